import type { Kysely } from 'kysely'
import { closeAttempt } from './close-attempt.server.ts'
import type { Gateways } from '../gateway.ts'
import { IN_FLIGHT } from '#app/registrations/seats/in-flight.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * Before an order is asked for another amount: closes the pages that ask for the old one, outside any transaction.
 * Whether none is open any more; money that is on its way has to arrive first.
 */
export async function closeInFlight(
  db: Kysely<Database>,
  gateways: Gateways,
  { orderId, now }: { orderId: string; now: Instant },
): Promise<boolean> {
  for (const attemptId of await inFlightOf(db, orderId))
    if ((await closeAttempt(db, gateways, { attemptId, now })) === 'kept') return false
  return true
}

/** Inside the transaction, with the order locked. @throws Refused `payment-processing` when a page was opened since. */
export async function refuseInFlight(db: Kysely<Database>, orderId: string): Promise<void> {
  if ((await inFlightOf(db, orderId)).length > 0) throw new Refused({ code: 'payment-processing' as const })
}

async function inFlightOf(db: Kysely<Database>, orderId: string): Promise<string[]> {
  const attempts = await db
    .selectFrom('paymentAttempts')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', IN_FLIGHT)
    .execute()
  return attempts.map(({ id }) => id)
}
