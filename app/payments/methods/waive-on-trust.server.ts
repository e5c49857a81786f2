import type { Kysely } from 'kysely'
import { bookMoney } from '../book-money.server.ts'
import type { Attempt } from '../attempts/lock-attempt.server.ts'
import { moveAttempt } from '../attempts/move-attempt.server.ts'
import { readTerms } from './read-terms.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What a waiver's money is called where nobody named a fund. */
export const WAIVER_FUND = 'waiver'

/** Where an event waives on trust, asking is enough: the waiver pays at once. Another method's attempt is left alone. */
export async function waiveOnTrust(db: Kysely<Database>, attempt: Attempt, now: Instant): Promise<void> {
  if (attempt.method !== 'waiver') return
  const terms = await readTerms(db, attempt.eventId, 'waiver')
  if (!terms || terms.needsApproval) return
  const { id, orderId, amountMinor, currency } = attempt
  const actor = { kind: 'visitor' } as const
  if (!(await moveAttempt(db, attempt, 'paid', { now, actor }))) return
  const amount = { amountMinor, currency }
  await bookMoney(db, {
    orderId,
    attemptId: id,
    method: 'waiver',
    reference: id,
    amount,
    expected: amount,
    fund: WAIVER_FUND,
    receivedAt: now,
    actor,
    now,
  })
}
