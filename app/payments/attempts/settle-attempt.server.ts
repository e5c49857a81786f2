import type { Kysely } from 'kysely'
import { bookMoney, type Booked } from '../book-money.server.ts'
import { isInFlight } from './attempt-states.ts'
import { GRACE_MINUTES, PROCESSING_DAYS, RETRY_MINUTES } from './attempt-times.ts'
import { addFinanceEntry } from '../finance/add-finance-entry.server.ts'
import { extendHolds, setHolds } from './extend-holds.server.ts'
import type { Gateways, ProviderState } from '../gateway.ts'
import { asGatewaySees, type Attempt, findAttempt, lockAttempt } from './lock-attempt.server.ts'
import { moveAttempt, noteChecked } from './move-attempt.server.ts'
import { tellPayer } from '../tell-payer.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { AttemptState, Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** What is true of an attempt after it was looked at. `unknown`: the provider, or the database, could not say. */
export interface Settlement {
  state: AttemptState
  /** What this call did; `unchanged` when it was known before, which is every call but one. */
  outcome: Booked | 'processing' | 'ended' | 'foreign' | 'unknown' | 'unchanged'
}

/**
 * The one way by which money takes effect, for the webhook, the return page and the reconciling job alike: asks the
 * provider, outside any transaction, then does what follows in one transaction, once, however many ask at once and in
 * whatever order. An attempt that is paid is never asked about again.
 */
export async function settleAttempt(
  db: Kysely<Database>,
  gateways: Gateways,
  { attemptId, now }: { attemptId: string; now: Instant },
): Promise<Settlement> {
  const attempt = await findAttempt(db, attemptId)
  if (!attempt) return { state: 'failed', outcome: 'unchanged' }
  if (attempt.state === 'paid' || attempt.providerReference === null)
    return { state: attempt.state, outcome: 'unchanged' }
  const provider = await ask(gateways, attempt)
  const settled = await transact(db, async (db) => {
    const current = await lockAttempt(db, attempt.orderId, attemptId)
    return current.state === 'paid'
      ? ({ state: 'paid', outcome: 'unchanged' } as const)
      : await apply(db, current, provider, now)
  })
  return settled.ok ? settled.value : { state: 'unknown', outcome: 'unknown' }
}

async function ask(gateways: Gateways, attempt: Attempt): Promise<ProviderState> {
  try {
    return (await gateways[attempt.method]?.fetchState(asGatewaySees(attempt))) ?? { state: 'unknown' }
  } catch {
    return { state: 'unknown' }
  }
}

async function apply(
  db: Kysely<Database>,
  attempt: Attempt,
  provider: ProviderState,
  now: Instant,
): Promise<Settlement> {
  switch (provider.state) {
    case 'paid':
      if (!(await moveAttempt(db, attempt, 'paid', { now }))) return { state: 'paid', outcome: 'unchanged' }
      return { state: 'paid', outcome: await book(db, attempt, provider, now) }
    case 'processing':
      if (attempt.state === 'processing') return await unchanged(db, attempt, now)
      await moveAttempt(db, attempt, 'processing', { now })
      await extendHolds(db, attempt.orderId, addMinutes(now, PROCESSING_DAYS * 24 * 60), now)
      return { state: 'processing', outcome: 'processing' }
    case 'open':
      if (attempt.state !== 'unknown') return await unchanged(db, attempt, now)
      await moveAttempt(db, attempt, 'open', { now })
      return { state: 'open', outcome: 'unchanged' }
    case 'failed':
    case 'expired':
      if (!isInFlight(attempt.state)) return await unchanged(db, attempt, now)
      return await end(db, attempt, provider.state, now)
    case 'foreign':
      await addFinanceEntry(db, { kind: 'unmatched', subject: attempt.id, ...ofAttempt(attempt), now })
      return { ...(await unchanged(db, attempt, now)), outcome: 'foreign' }
    case 'unknown':
      if (attempt.state === 'open') await moveAttempt(db, attempt, 'unknown', { now })
      else await noteChecked(db, attempt.id, now)
      return { state: isInFlight(attempt.state) ? 'unknown' : attempt.state, outcome: 'unknown' }
  }
}

/** The seats stay for another try: after a delayed payment for an hour, else for as long as a hold outlives its page. */
async function end(db: Kysely<Database>, attempt: Attempt, state: 'failed' | 'expired', now: Instant) {
  await moveAttempt(db, attempt, state, { now })
  if (attempt.state === 'processing') {
    const held = await setHolds(db, attempt.orderId, addMinutes(now, RETRY_MINUTES), now)
    if (held > 0) {
      const { orderId, id } = attempt
      await tellPayer(db, { orderId, occasion: id, template: 'order-awaiting-payment', now })
    }
  } else await extendHolds(db, attempt.orderId, addMinutes(now, GRACE_MINUTES), now)
  return { state, outcome: 'ended' as const }
}

async function book(
  db: Kysely<Database>,
  attempt: Attempt,
  { amount, paymentReference }: Extract<ProviderState, { state: 'paid' }>,
  now: Instant,
): Promise<Booked> {
  const { amountMinor, currency } = attempt
  const { outcome } = await bookMoney(db, {
    orderId: attempt.orderId,
    attemptId: attempt.id,
    method: attempt.method,
    reference: paymentReference,
    amount,
    expected: { amountMinor, currency },
    receivedAt: now,
    actor: { kind: 'provider' },
    now,
  })
  return outcome
}

function ofAttempt({ id, orderId, eventId }: Attempt) {
  return { attemptId: id, orderId, eventId }
}

async function unchanged(db: Kysely<Database>, attempt: Attempt, now: Instant): Promise<Settlement> {
  await noteChecked(db, attempt.id, now)
  return { state: attempt.state, outcome: 'unchanged' }
}
