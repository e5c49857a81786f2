import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, FinanceEntriesTable } from '#db/schema.ts'

/** What a person in finance has to look at. `subject` is the id of what it is about, unique per kind. */
export interface NewFinanceEntry {
  kind: FinanceEntriesTable['kind']
  subject: string
  eventId: string | null
  orderId?: string | null
  attemptId?: string | null
  paymentId?: string | null
  /** Facts for the reader, never personal values. */
  note?: string | null
  now: Instant
}

/** Puts something into finance's queue, once per kind and subject, in the transaction of what happened. */
export async function addFinanceEntry(db: Kysely<Database>, entry: NewFinanceEntry): Promise<void> {
  const { kind, subject, eventId, orderId = null, attemptId = null, paymentId = null, note = null, now } = entry
  const id = newId(now)
  const added = await db
    .insertInto('financeEntries')
    .ignore()
    .values({
      id,
      kind,
      orderId,
      attemptId,
      paymentId,
      eventId,
      note,
      subject,
      createdAt: now,
      resolvedAt: null,
      resolvedBy: null,
    })
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return
  await recordAudit(db, now, [
    {
      actor: { kind: 'system' },
      action: 'finance-entry.opened',
      objectKind: 'finance-entry',
      objectId: id,
      eventId,
      after: { kind, orderId, attemptId, paymentId },
    },
  ])
}
