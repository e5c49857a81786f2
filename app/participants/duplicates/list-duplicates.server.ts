import type { Kysely } from 'kysely'
import { type Candidate, findDuplicates } from './find-duplicates.ts'
import { EVENTS_PAGE, existingPage } from '../paging.ts'
import type { Database } from '#db/schema.ts'

/** A page of those who are likely registered twice for an event, in two queries. */
export async function listDuplicates(db: Kysely<Database>, { eventId, page }: { eventId: string; page: number }) {
  const candidates: Candidate[] = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'people.sortKey', 'people.country', 'people.affiliation', 'people.emailKey'])
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .where('registrations.mainRegistrationId', 'is', null)
    .where('people.erasedAt', 'is', null)
    .orderBy('registrations.id')
    .execute()
  const found = findDuplicates(candidates)
  const shown = existingPage(page, found.length, EVENTS_PAGE)
  const pairs = found.slice((shown - 1) * EVENTS_PAGE, shown * EVENTS_PAGE)
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.ticketTypeId'])
    .select(['registrations.createdAt', 'people.fullName', 'people.email', 'people.country', 'people.affiliation'])
    .where('registrations.id', 'in', ['', ...pairs.flatMap(({ ids }) => ids)])
    .execute()
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return {
    total: found.length,
    page: shown,
    pairs: pairs.flatMap(({ ids, signs }) => {
      const both = ids.map((id) => rowOf.get(id))
      return both[0] && both[1] ? [{ signs, both: [both[0], both[1]] as const }] : []
    }),
  }
}
