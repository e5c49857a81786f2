import { type Kysely, sql } from 'kysely'
import type { RegistrationFilter } from '../selection/registration-filter.ts'
import { selectRegistrations } from '../selection/select-registrations.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** How many registrations of an event a filter means, or of them those of these ids. */
export async function countChosen(
  db: Kysely<Database>,
  wanted: { eventId: string; filter: RegistrationFilter; ids: string[] | 'all'; now: Instant },
): Promise<number> {
  const { ids } = wanted
  const { count } = await selectRegistrations(db, wanted)
    .$if(ids !== 'all', (query) => query.where('registrations.id', 'in', [...(ids as string[]), '']))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
