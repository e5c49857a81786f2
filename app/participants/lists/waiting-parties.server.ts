import type { Kysely } from 'kysely'
import { PEOPLE_PAGE } from '../paging.ts'
import type { ListScope } from './select-listed.server.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { keysetPage } from '#db/keyset.ts'
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
export async function listWaiting(db: Kysely<Database>, wanted: Wanted & { cursor: Cursor }) {
  const list = waiting(db, wanted)
    .innerJoin('people', 'people.id', 'entry.personId')
    .select(['entry.id', 'entry.partySize', 'entry.joinedAt', 'people.fullName', 'people.latinName'])
  return await keysetPage(list, {
    keys: [
      ['entry.priority', 'asc'],
      ['entry.joinedAt', 'asc'],
      ['entry.id', 'asc'],
    ],
    cursor: wanted.cursor,
    size: PEOPLE_PAGE,
    anchor: db.selectFrom('waitingListEntries as entry').where('entry.eventId', '=', wanted.eventId),
  })
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
