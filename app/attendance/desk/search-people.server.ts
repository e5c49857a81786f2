import { type Kysely, sql, type SqlBool } from 'kysely'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { cleanLine, fold } from '#app/values/text.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

/** As many as one reads while somebody waits. */
const DESK_RESULTS = 20

/** Somebody whom the desk may mean. */
export interface DeskPerson {
  registrationId: string
  code: string
  fullName: string
  latinName: string | null
  affiliation: string | null
  state: RegistrationState
  track: string | null
  ticketTypeId: string
  hereAt: Instant | null
}

interface Asked {
  eventId: string
  typed: string
  /** The door that they would come in by. */
  slot: string
  /** Whether the asker may know people by their address. */
  byEmail: boolean
}

/**
 * Searches by the words of a name in any script, in any order, by organization and by code; the best first: seats that
 * stand, then names that begin so. One query, and one more than is shown, so that one sees whether there are others.
 */
export async function searchPeople(
  db: Kysely<Database>,
  { eventId, typed, slot, byEmail }: Asked,
): Promise<{ people: DeskPerson[]; isMore: boolean }> {
  const words = fold(cleanLine(typed).slice(0, 100)).split(' ').filter(Boolean).slice(0, 6)
  if (words.length === 0) return { people: [], isMore: false }
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('tracks', (join) => join.on('tracks.id', '=', TRACK_OR_NONE))
    .leftJoin('attendanceStates as here', (join) =>
      join
        .onRef('here.registrationId', '=', 'registrations.id')
        .on('here.slot', '=', slot)
        .on('here.state', '=', 'present'),
    )
    .select([
      'registrations.id as registrationId',
      'registrations.code',
      'registrations.state',
      'registrations.ticketTypeId',
      'people.fullName',
      'people.latinName',
      'people.affiliation',
      'tracks.code as track',
      'here.at as hereAt',
    ])
    .where('registrations.eventId', '=', eventId)
    .where('people.erasedAt', 'is', null)
    .where('people.fullName', '<>', '')
    .where(({ and }) => and(words.map((word) => matches(word, byEmail))))
    .orderBy(sql`case when registrations.state in ('confirmed', 'held') then 0 else 1 end`)
    .orderBy(sql`case when people.sort_key like ${`${escaped(words[0]!)}%`} escape '!' then 0 else 1 end`)
    .orderBy('people.sortKey')
    .orderBy('registrations.id')
    .limit(DESK_RESULTS + 1)
    .execute()
  return { people: rows.slice(0, DESK_RESULTS), isMore: rows.length > DESK_RESULTS }
}

function matches(word: string, byEmail: boolean) {
  const anywhere = `%${escaped(word)}%`
  const email = byEmail ? sql` or people.email_key like ${anywhere} escape '!'` : sql``
  return sql<SqlBool>`(people.sort_key like ${anywhere} escape '!'
    or lower(people.latin_name) like ${anywhere} escape '!'
    or lower(people.affiliation) like ${anywhere} escape '!'
    or lower(registrations.code) like ${anywhere} escape '!'${email})`
}

function escaped(word: string): string {
  return word.replace(/[!%_]/g, (sign) => `!${sign}`)
}
