import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, Refused, type Result } from '#app/values/refusal.ts'
import { emailKey } from '#app/values/text.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export type PayerLinkRefusal = 'payer-link-sent' | 'too-many-payer-links'

/** So many addresses a day for one order: enough for slips of the pen, too few for a nuisance. */
const LIMIT = 3

/** Mails the link for paying to whoever pays, once an address. */
export async function mailPayerLink(
  db: Kysely<Database>,
  {
    orderId,
    payer,
    language,
    now,
    actor,
  }: { orderId: string; payer: { name: string; email: string }; language: string; now: Instant; actor: Actor },
): Promise<Result<void, PayerLinkRefusal | 'busy'>> {
  if (await isSent(db, orderId, payer.email)) return refuse({ code: 'payer-link-sent', field: 'email' })
  const limit = { bucket: `payer-link:${orderId}`, limit: LIMIT, windowMinutes: 24 * 60, now }
  if (!(await countAttempt(db, limit))) return refuse({ code: 'too-many-payer-links' })
  return await transact<void, PayerLinkRefusal>(db, async (db) => {
    if (await isSent(db, orderId, payer.email)) throw new Refused({ code: 'payer-link-sent', field: 'email' })
    const { eventId } = await db
      .selectFrom('orders')
      .select('eventId')
      .where('id', '=', orderId)
      .executeTakeFirstOrThrow()
    const message = { template: 'payer-link' as const, subjectId: orderId, recipient: payer, language, eventId }
    await enqueueMessages(db, [message], now)
    await recordAudit(db, now, [
      { actor, action: 'order.payer-link-sent', objectKind: 'order', objectId: orderId, eventId },
    ])
  })
}

async function isSent(db: Kysely<Database>, orderId: string, email: string): Promise<boolean> {
  const message = await db
    .selectFrom('messages')
    .select('id')
    .where('template', '=', 'payer-link')
    .where('subjectId', '=', orderId)
    .where('recipientKey', '=', emailKey(email))
    .executeTakeFirst()
  return message !== undefined
}
