import type { Kysely } from 'kysely'
import type { RegistrationFilter } from './registration-filter.ts'
import type { Database } from '#db/schema.ts'

/** What a filter's quota and session are called, and where the people of an event come from. */
export async function filterNames(
  db: Kysely<Database>,
  { eventId, filter }: { eventId: string; filter: Pick<RegistrationFilter, 'quotaId' | 'sessionId'> },
) {
  const [quotas, sessions, countries] = await Promise.all([
    db
      .selectFrom('quotas')
      .select(['id', 'name'])
      .where('eventId', '=', eventId)
      .where('id', '=', filter.quotaId ?? '')
      .execute(),
    db
      .selectFrom('sessions')
      .select(['id', 'title'])
      .where('eventId', '=', eventId)
      .where('id', '=', filter.sessionId ?? '')
      .execute(),
    db
      .selectFrom('registrations')
      .innerJoin('people', 'people.id', 'registrations.personId')
      .select('people.country')
      .distinct()
      .where('registrations.eventId', '=', eventId)
      .where('people.country', 'is not', null)
      .execute(),
  ])
  return { quotas, sessions, countries: countries.map(({ country }) => country!) }
}
