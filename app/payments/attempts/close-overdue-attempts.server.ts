import type { Kysely } from 'kysely'
import { closeAttempt } from './close-attempt.server.ts'
import type { Gateways } from '../gateway.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** After so many answers in a row that said nothing, the provider is given a rest. */
const PATIENCE = 3

/**
 * Before holds lapse: closes the attempts whose page is over, oldest checked first, at most `limit` in a run. What the
 * provider does not answer for keeps its seats and is tried again in the next run.
 */
export async function closeOverdueAttempts(
  db: Kysely<Database>,
  gateways: Gateways,
  { now, limit = 50 }: { now: Instant; limit?: number },
): Promise<{ closed: number; settled: number; kept: number }> {
  const overdue = await db
    .selectFrom('paymentAttempts')
    .select('id')
    .where('state', 'in', ['starting', 'open', 'unknown'])
    .where('expiresAt', '<=', now)
    .orderBy('checkedAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  const counts = { closed: 0, settled: 0, kept: 0 }
  let silent = 0
  for (const { id } of overdue) {
    const outcome = await closeAttempt(db, gateways, { attemptId: id, now })
    counts[outcome]++
    silent = outcome === 'kept' ? silent + 1 : 0
    if (silent === PATIENCE) break
  }
  return counts
}
