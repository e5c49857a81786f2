import type { Kysely } from 'kysely'
import type { Attempt } from './lock-attempt.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, FinanceEntriesTable } from '#db/schema.ts'

/** Puts something into finance's queue, once per kind and subject, in the transaction of what happened. */
export async function addFinanceEntry(
  db: Kysely<Database>,
  {
    kind,
    subject,
    attempt,
    paymentId = null,
    now,
  }: {
    kind: FinanceEntriesTable['kind']
    subject: string
    attempt: Attempt
    paymentId?: string | null
    now: Instant
  },
): Promise<void> {
  const id = newId(now)
  const added = await db
    .insertInto('financeEntries')
    .ignore()
    .values({
      id,
      kind,
      orderId: attempt.orderId,
      attemptId: attempt.id,
      paymentId,
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
      eventId: attempt.eventId,
      after: { kind, orderId: attempt.orderId, attemptId: attempt.id, paymentId },
    },
  ])
}
