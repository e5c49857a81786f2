import type { Kysely } from 'kysely'
import { type Attempt, findAttempt } from './lock-attempt.server.ts'
import { IN_FLIGHT } from '#app/registrations/seats/in-flight.ts'
import type { Database } from '#db/schema.ts'

/** The attempt of an order by which money may still come; undefined when there is none. */
export async function latestInFlight(db: Kysely<Database>, orderId: string): Promise<Attempt | undefined> {
  const latest = await db
    .selectFrom('paymentAttempts')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', IN_FLIGHT)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return latest && (await findAttempt(db, latest.id))
}
