import type { Kysely } from 'kysely'
import { existingPage, PEOPLE_PAGE } from '../paging.ts'
import type { ListScope } from './select-listed.server.ts'
import type { Database } from '#db/schema.ts'

interface Wanted extends ListScope {
  trackId: string | null
}

/** How many parties wait for a seat of these tracks, or of any. */
export async function countWaiting(db: Kysely<Database>, wanted: Wanted): Promise<number> {
  const { count } = await waiting(db, wanted)
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A page of them in their order, with their names: for organizers only. */
export async function listWaiting(db: Kysely<Database>, wanted: Wanted & { page: number; total: number }) {
  const page = existingPage(wanted.page, wanted.total, PEOPLE_PAGE)
  const rows = await waiting(db, wanted)
    .innerJoin('people', 'people.id', 'entry.personId')
    .select(['entry.id', 'entry.partySize', 'entry.joinedAt', 'people.fullName', 'people.latinName'])
    .orderBy('entry.priority')
    .orderBy('entry.joinedAt')
    .orderBy('entry.id')
    .limit(PEOPLE_PAGE)
    .offset((page - 1) * PEOPLE_PAGE)
    .execute()
  return { page, rows }
}

function waiting(db: Kysely<Database>, { eventId, trackIds, trackId }: Wanted) {
  const tracks = trackId !== null && (trackIds === 'all' || trackIds.includes(trackId)) ? [trackId] : trackIds
  return db
    .selectFrom('waitingListEntries as entry')
    .where('entry.eventId', '=', eventId)
    .where('entry.state', 'in', ['waiting', 'offered'])
    .$if(tracks !== 'all', (query) =>
      query.where(
        'entry.id',
        'in',
        db
          .selectFrom('waitingListPreferences as wish')
          .innerJoin('ticketTypes', 'ticketTypes.id', 'wish.ticketTypeId')
          .select('wish.entryId')
          .where('ticketTypes.eventId', '=', eventId)
          .where('ticketTypes.trackId', 'in', [...(tracks as string[]), '']),
      ),
    )
}
