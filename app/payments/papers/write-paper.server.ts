import type { Kysely } from 'kysely'
import { nextNumber } from './next-number.server.ts'
import { type PaperContent, paperNumber } from './paper.ts'
import type { PaperFacts } from './paper-facts.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import type { Database, PaperKind } from '#db/schema.ts'

/** What a paper is about and what stands on it, all but its number. */
export interface NewPaper {
  kind: PaperKind
  /** The same subject is the same paper. */
  subject: string
  correctsId: string | null
  paymentId: string | null
  content: Omit<PaperContent, 'number' | 'issuedOn' | 'kind'>
}

/**
 * Numbers a paper and writes it down for good, inside a transaction that holds the order. Returns its id; a subject
 * that has its paper keeps it.
 */
export async function writePaper(
  db: Kysely<Database>,
  { issuer, order }: PaperFacts,
  paper: NewPaper,
  { now, actor }: { now: Instant; actor: Actor },
): Promise<string> {
  const { kind, subject, correctsId, paymentId, content } = paper
  const known = await db
    .selectFrom('invoices')
    .select('id')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (known) return known.id
  const issuedOn = wallClock(now, issuer.zone).day
  const year = Number(issuedOn.slice(0, 4))
  const sequence = await nextNumber(db, { issuerId: issuer.id, kind, year })
  const number = paperNumber(issuer.numberPrefix, kind, year, sequence)
  const id = newId(now)
  const whole: PaperContent = { ...content, kind, number, issuedOn }
  await db
    .insertInto('invoices')
    .values({
      id,
      issuerId: issuer.id,
      orderId: order.id,
      kind,
      year,
      sequence,
      number,
      subject,
      correctsId,
      paymentId,
      language: content.language,
      currency: content.currency,
      amountMinor: content.totalMinor,
      taxMinor: content.taxMinor,
      content: JSON.stringify(whole),
      issuedOn,
      createdAt: now,
    })
    .execute()
  await recordAudit(db, now, [
    {
      actor,
      action: `paper.issued`,
      objectKind: 'paper',
      objectId: id,
      eventId: order.eventId,
      after: { kind, number, orderId: order.id, amountMinor: content.totalMinor, currency: content.currency },
    },
  ])
  return id
}
