import type { Kysely, Updateable } from 'kysely'
import type { Attempt } from './lock-attempt.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { AttemptState, Database, PaymentAttemptsTable } from '#db/schema.ts'

/**
 * Moves an attempt on from the state that it was read in, with its audit entry. False when somebody else was quicker:
 * then nothing has happened, and nothing that depends on it may.
 */
export async function moveAttempt(
  db: Kysely<Database>,
  attempt: Attempt,
  to: AttemptState,
  { now, actor = { kind: 'provider' }, ...changes }: Updateable<PaymentAttemptsTable> & { now: Instant; actor?: Actor },
): Promise<boolean> {
  const moved = await db
    .updateTable('paymentAttempts')
    .set({ ...changes, state: to, checkedAt: now, updatedAt: now })
    .where('id', '=', attempt.id)
    .where('state', '=', attempt.state)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return false
  await recordAudit(db, now, [
    {
      actor,
      action: `payment-attempt.${to}`,
      objectKind: 'payment-attempt',
      objectId: attempt.id,
      eventId: attempt.eventId,
      before: { state: attempt.state },
      after: { state: to, orderId: attempt.orderId },
    },
  ])
  return true
}

/** It was asked about, and nothing is new. */
export async function noteChecked(db: Kysely<Database>, attemptId: string, now: Instant): Promise<void> {
  await db.updateTable('paymentAttempts').set({ checkedAt: now }).where('id', '=', attemptId).execute()
}
