import type { Kysely } from 'kysely'
import { RECHECK_MINUTES } from '../attempts/attempt-times.ts'
import type { Gateways } from '../gateway.ts'
import { settleDisputes } from './settle-disputes.server.ts'
import { settleRefunds } from './settle-refunds.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** After so many answers in a row that said nothing, the provider is given a rest. */
const PATIENCE = 3

/**
 * Asks about money that is on its way back and of which nobody has told us, and about news that came before the payment
 * which they are of. Returns how many payments were asked about.
 */
export async function reconcileRefunds(
  db: Kysely<Database>,
  gateways: Gateways,
  { now, limit = 50 }: { now: Instant; limit?: number },
): Promise<{ checked: number; settled: number }> {
  const counts = { checked: 0, settled: 0 }
  let silent = 0
  for (const { paymentId, eventId } of await payments(db, now, limit)) {
    const refunds = await settleRefunds(db, gateways, { paymentId, now })
    const disputes = eventId === null ? 'unchanged' : await settleDisputes(db, gateways, { paymentId, now })
    const isKnown = refunds !== 'unknown' && disputes !== 'unknown'
    if (isKnown && eventId !== null)
      await db.updateTable('providerEvents').set({ outcome: 'settled' }).where('id', '=', eventId).execute()
    counts.checked++
    if (refunds === 'settled' || disputes === 'settled') counts.settled++
    silent = isKnown ? 0 : silent + 1
    if (silent === PATIENCE) break
  }
  return counts
}

async function payments(
  db: Kysely<Database>,
  now: Instant,
  limit: number,
): Promise<{ paymentId: string; eventId: string | null }[]> {
  const early = await db
    .selectFrom('providerEvents')
    .innerJoin('payments', (join) =>
      join
        .onRef('payments.providerReference', '=', 'providerEvents.objectReference')
        .onRef('payments.method', '=', 'providerEvents.provider'),
    )
    .select(['payments.id as paymentId', 'providerEvents.id as eventId'])
    .where('providerEvents.outcome', '=', 'unmatched')
    .limit(limit)
    .execute()
  const pending = await db
    .selectFrom('refundAttempts')
    .select('paymentId')
    .distinct()
    .where('state', '=', 'pending')
    .where('checkedAt', '<=', addMinutes(now, -RECHECK_MINUTES))
    .limit(limit)
    .execute()
  return [...early, ...pending.map(({ paymentId }) => ({ paymentId, eventId: null }))]
}
