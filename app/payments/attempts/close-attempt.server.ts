import type { Kysely } from 'kysely'
import { isInFlight } from './attempt-states.ts'
import type { Gateways } from '../gateway.ts'
import { asGatewaySees, type Attempt, findAttempt, lockAttempt } from './lock-attempt.server.ts'
import { moveAttempt, noteChecked } from './move-attempt.server.ts'
import { settleAttempt } from './settle-attempt.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Ends an attempt so that no money can come by it any more: `closed`. Money that was quicker is settled: `settled`.
 * When the provider cannot say, or is still working on it, the attempt and its seats are `kept`.
 */
export async function closeAttempt(
  db: Kysely<Database>,
  gateways: Gateways,
  { attemptId, now }: { attemptId: string; now: Instant },
): Promise<'closed' | 'settled' | 'kept'> {
  const attempt = await findAttempt(db, attemptId)
  if (!attempt || !isInFlight(attempt.state)) return 'closed'
  // Without a reference nobody was ever shown where to pay.
  if (attempt.providerReference === null) return await end(db, attempt, now)
  const answer = await cancel(gateways, attempt)
  if (answer === 'cancelled') return await end(db, attempt, now)
  if (answer === 'unknown') {
    await noteChecked(db, attemptId, now)
    return 'kept'
  }
  const { state } = await settleAttempt(db, gateways, { attemptId, now })
  return isInFlight(state) ? 'kept' : 'settled'
}

async function cancel(gateways: Gateways, attempt: Attempt) {
  try {
    return (await gateways[attempt.method]?.cancel(asGatewaySees(attempt))) ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

async function end(db: Kysely<Database>, attempt: Attempt, now: Instant): Promise<'closed' | 'kept'> {
  const ended = await transact(db, async (db) => {
    const current = await lockAttempt(db, attempt.orderId, attempt.id)
    if (!isInFlight(current.state)) return true
    // Meanwhile it was given a page, which has to be closed first.
    if (current.providerReference !== attempt.providerReference) return false
    return await moveAttempt(db, current, 'expired', { now, actor: { kind: 'system' } })
  })
  return ended.ok && ended.value ? 'closed' : 'kept'
}
