import type { Kysely } from 'kysely'
import { CHECK_SECONDS, RECHECK_DAYS, RECHECK_MINUTES } from './attempt-times.ts'
import type { Gateways } from '../gateway.ts'
import { settleAttempt } from './settle-attempt.server.ts'
import { addMinutes, addSeconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** After so many answers in a row that said nothing, the provider is given a rest. */
const PATIENCE = 3

/**
 * Asks the provider about attempts that nobody has told us about, oldest checked first, at most `limit` in a run:
 * for the browser that never came back and the webhook that never came.
 */
export async function reconcilePayments(
  db: Kysely<Database>,
  gateways: Gateways,
  { now, limit = 50 }: { now: Instant; limit?: number },
): Promise<{ checked: number; paid: number; unknown: number }> {
  const asked = Object.values(gateways).filter((gateway) => gateway?.capabilities.kind === 'redirect')
  const waiting = await db
    .selectFrom('paymentAttempts')
    .select('id')
    .where('providerReference', 'is not', null)
    // Without a provider there is nobody to ask; no method is ''.
    .where('method', 'in', ['', ...asked.map((gateway) => gateway!.method)])
    .where((eb) =>
      eb.or([
        eb.and([
          eb('state', 'in', ['open', 'processing', 'unknown']),
          eb('checkedAt', '<=', addSeconds(now, -CHECK_SECONDS)),
        ]),
        // Said to have failed, and yet sometimes paid days later.
        eb.and([
          eb('state', '=', 'failed'),
          eb('checkedAt', '<=', addMinutes(now, -RECHECK_MINUTES)),
          eb('createdAt', '>=', addMinutes(now, -RECHECK_DAYS * 24 * 60)),
        ]),
      ]),
    )
    .orderBy('checkedAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  const counts = { checked: 0, paid: 0, unknown: 0 }
  let silent = 0
  for (const { id } of waiting) {
    const { state } = await settleAttempt(db, gateways, { attemptId: id, now })
    counts.checked++
    if (state === 'paid') counts.paid++
    if (state === 'unknown') counts.unknown++
    silent = state === 'unknown' ? silent + 1 : 0
    if (silent === PATIENCE) break
  }
  return counts
}
