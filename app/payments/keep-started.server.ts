import type { Kysely } from 'kysely'
import { GRACE_MINUTES } from './attempt-times.ts'
import { extendHolds } from './extend-holds.server.ts'
import type { Started } from './gateway.ts'
import { type Attempt, lockAttempt } from './lock-attempt.server.ts'
import { moveAttempt } from './move-attempt.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** The provider made a page: keeps it with the attempt and the seats until it ends. Not kept when the attempt was closed meanwhile. */
export async function keepStarted(
  db: Kysely<Database>,
  { attempt, started, now }: { attempt: Attempt; started: Extract<Started, { kind: 'redirect' }>; now: Instant },
): Promise<Result<{ isKept: true; redirectUrl: string } | { isKept: false }, 'busy'>> {
  return await transact(db, async (db) => {
    const current = await lockAttempt(db, attempt.orderId, attempt.id)
    if (current.providerReference === started.providerReference && current.redirectUrl !== null)
      return { isKept: true as const, redirectUrl: current.redirectUrl }
    if (current.state !== 'starting' && current.state !== 'unknown') return { isKept: false as const }
    const { url: redirectUrl, providerReference, expiresAt } = started
    await moveAttempt(db, current, 'open', { now, redirectUrl, providerReference, expiresAt })
    await extendHolds(db, attempt.orderId, addMinutes(expiresAt, GRACE_MINUTES), now)
    return { isKept: true as const, redirectUrl }
  })
}

/** No page was made, or nobody knows: the next try takes a new number, or asks again with the same key. */
export async function noteNotStarted(
  db: Kysely<Database>,
  { attempt, started, now }: { attempt: Attempt; started: Exclude<Started, { kind: 'redirect' }>; now: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    const current = await lockAttempt(db, attempt.orderId, attempt.id)
    if (current.providerReference !== null || (current.state !== 'starting' && current.state !== 'unknown')) return
    await moveAttempt(db, current, started.kind === 'refused' ? 'failed' : 'unknown', { now })
  })
}
