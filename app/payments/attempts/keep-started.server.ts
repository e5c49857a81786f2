import type { Kysely } from 'kysely'
import { GRACE_MINUTES } from './attempt-times.ts'
import { isInFlight } from './attempt-states.ts'
import { extendHolds } from './extend-holds.server.ts'
import type { Started } from '../gateway.ts'
import { type Attempt, lockAttempt } from './lock-attempt.server.ts'
import { waiveOnTrust } from '../methods/waive-on-trust.server.ts'
import { moveAttempt } from './move-attempt.server.ts'
import { invoiceAtOnce } from '../papers/invoice-at-once.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

type Begun = Extract<Started, { kind: 'redirect' | 'instructions' }>

/**
 * The provider made a page, or the payer will be told how to pay: keeps it with the attempt, and the seats until it
 * ends. Not kept when the attempt was closed meanwhile. `redirectUrl` is null where there is no page.
 */
export async function keepStarted(
  db: Kysely<Database>,
  { attempt, started, now }: { attempt: Attempt; started: Begun; now: Instant },
): Promise<Result<{ isKept: true; redirectUrl: string | null } | { isKept: false }, 'busy'>> {
  return await transact(db, async (db) => {
    const current = await lockAttempt(db, attempt.orderId, attempt.id)
    if (current.providerReference === started.providerReference && isInFlight(current.state))
      return { isKept: true as const, redirectUrl: current.redirectUrl }
    if (current.state !== 'starting' && current.state !== 'unknown') return { isKept: false as const }
    const redirectUrl = started.kind === 'redirect' ? started.url : null
    const { providerReference, expiresAt } = started
    await moveAttempt(db, current, 'open', { now, redirectUrl, providerReference, expiresAt })
    if (started.kind === 'instructions') {
      await waiveOnTrust(db, { ...current, state: 'open' }, now)
      await invoiceAtOnce(db, current, now)
    } else await extendHolds(db, attempt.orderId, addMinutes(expiresAt, GRACE_MINUTES), now)
    return { isKept: true as const, redirectUrl }
  })
}

/** No page was made, or nobody knows: the next try takes a new number, or asks again with the same key. */
export async function noteNotStarted(
  db: Kysely<Database>,
  { attempt, started, now }: { attempt: Attempt; started: Exclude<Started, Begun>; now: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    const current = await lockAttempt(db, attempt.orderId, attempt.id)
    if (current.providerReference !== null || (current.state !== 'starting' && current.state !== 'unknown')) return
    await moveAttempt(db, current, started.kind === 'refused' ? 'failed' : 'unknown', { now })
  })
}
