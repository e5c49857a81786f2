import type { Kysely } from 'kysely'
import { type ListScope, selectListed } from './select-listed.server.ts'
import type { Database } from '#db/schema.ts'

/** What a list of this scope can be narrowed by. In three queries. */
export async function listChoices(db: Kysely<Database>, scope: ListScope) {
  const { eventId, trackIds } = scope
  const [sessions, people, days] = await Promise.all([
    db
      .selectFrom('sessions')
      .select(['id', 'title', 'heldOn', 'startsTime'])
      .where('eventId', '=', eventId)
      .where('kind', 'not in', ['break', 'social'])
      .$if(trackIds !== 'all', (query) =>
        query.where(({ or, eb }) =>
          or([eb('trackId', 'is', null), eb('trackId', 'in', [...(trackIds as string[]), ''])]),
        ),
      )
      .orderBy('startsAt')
      .orderBy('id')
      .execute(),
    // One pass over the list: as many rows as there are combinations.
    selectListed(db, scope)
      .leftJoin('labGroups', 'labGroups.registrationId', 'registrations.id')
      .select(['labGroups.name', 'people.language', 'people.country'])
      .distinct()
      .execute(),
    db
      .selectFrom('ticketTypeDays')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeDays.ticketTypeId')
      .select('ticketTypeDays.heldOn')
      .distinct()
      .where('ticketTypes.eventId', '=', eventId)
      .orderBy('ticketTypeDays.heldOn')
      .execute(),
  ])
  const known = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))].toSorted()
  return {
    sessions,
    groups: known(people.map(({ name }) => name)),
    languages: known(people.map(({ language }) => language)),
    countries: known(people.map(({ country }) => country)),
    /** Empty where every ticket lets in on all days. */
    days: days.map(({ heldOn }) => heldOn),
  }
}
