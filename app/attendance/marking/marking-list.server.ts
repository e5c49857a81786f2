import { type Kysely, sql, type SqlBool } from 'kysely'
import { selectInReach } from '#app/participants/lists/select-listed.server.ts'
import { PEOPLE_PAGE } from '#app/participants/paging.ts'
import { like } from '#app/participants/like.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { fold } from '#app/values/text.ts'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import { keysetPage, type Page } from '#db/keyset.ts'
import type { AttendanceState, Database } from '#db/schema.ts'

export interface MarkingRow {
  id: string
  registrationId: string
  code: string
  fullName: string
  latinName: string | null
  track: string | null
  state: AttendanceState
}

interface Asked {
  eventId: string
  /** Whom the marker may mark. */
  trackIds: string[] | 'all'
  slot: { key: string; trackId: string | null }
  search: string
}

/** Who can be marked for a slot, by name, as they stand. */
export async function readMarkingList(
  db: Kysely<Database>,
  { cursor, ...asked }: Asked & { cursor: Cursor },
): Promise<Page<MarkingRow> & { total: number; counts: Record<AttendanceState, number> }> {
  const counted = await markable(db, asked)
    .select([sql<AttendanceState>`coalesce(here.state, 'none')`.as('state'), sql<number>`count(*)`.as('count')])
    .groupBy(sql`coalesce(here.state, 'none')`)
    .execute()
  const counts = { present: 0, absent: 0, excused: 0, none: 0 }
  for (const { state, count } of counted) counts[state] = Number(count)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const list = markable(db, asked)
    .leftJoin('tracks', (join) => join.on('tracks.id', '=', TRACK_OR_NONE))
    .select([
      'registrations.id',
      'registrations.id as registrationId',
      'registrations.code',
      'people.fullName',
      'people.latinName',
      'tracks.code as track',
      sql<AttendanceState>`coalesce(here.state, 'none')`.as('state'),
    ])
  const page = await keysetPage(list, {
    keys: [
      ['people.sortKey', 'asc'],
      ['registrations.id', 'asc'],
    ],
    cursor,
    size: PEOPLE_PAGE,
    anchor: selectInReach(db, asked),
  })
  return { ...page, total, counts }
}

function markable(db: Kysely<Database>, { eventId, trackIds, slot, search }: Asked) {
  const words = fold(search).split(' ').filter(Boolean).slice(0, 6)
  return db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('attendanceStates as here', (join) =>
      join.onRef('here.registrationId', '=', 'registrations.id').on('here.slot', '=', slot.key),
    )
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .where('ticketTypes.isAddon', '=', 0)
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OR_NONE, 'in', [...(trackIds as string[]), '-']))
    .$if(slot.trackId !== null, (query) => query.where(TRACK_OR_NONE, '=', slot.trackId!))
    .where(({ and }) => and(words.map(named)))
}

function named(word: string) {
  return sql<SqlBool>`(people.sort_key like ${like(word)} escape '!' or lower(people.latin_name) like ${like(word)} escape '!'
    or lower(registrations.code) like ${like(word)} escape '!')`
}
