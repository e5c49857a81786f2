import type { Kysely } from 'kysely'
import { contentOf } from './issue-papers.server.ts'
import { paperFacts } from './paper-facts.server.ts'
import { writePaper } from './write-paper.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * The numbered receipt of one payment, once, inside a transaction that holds its order. Null while the order's host
 * has no issuer, and for money in a currency that is not the order's.
 */
export async function issueReceipt(
  db: Kysely<Database>,
  { paymentId, now, actor }: { paymentId: string; now: Instant; actor: Actor },
): Promise<string | null> {
  const payment = await db.selectFrom('payments').selectAll().where('id', '=', paymentId).executeTakeFirstOrThrow()
  const facts = await paperFacts(db, payment.orderId)
  if (!facts || payment.currency !== facts.order.currency) return null
  const { method, providerReference, receivedAt, amountMinor } = payment
  const receivedOn = wallClock(receivedAt, facts.issuer.zone).day
  return await writePaper(
    db,
    facts,
    {
      kind: 'receipt',
      subject: paymentId,
      correctsId: null,
      paymentId,
      content: {
        ...contentOf(facts, []),
        totalMinor: amountMinor,
        account: null,
        dueOn: null,
        payment: { method, reference: providerReference, receivedOn },
      },
    },
    { now, actor },
  )
}
