import type { Kysely } from 'kysely'
import { type AttendanceShare, heldSlots, sharesOf } from '../attendance-shares.server.ts'
import { listStates } from '../list-states.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import { ownTurn } from '#app/values/own-turn.ts'
import type { AttendanceState, Database } from '#db/schema.ts'

export interface MatrixRow {
  code: string
  fullName: string
  latinName: string | null
  track: string | null
  states: Record<string, AttendanceState>
  share: AttendanceShare
}

const AT_ONCE = 500

/**
 * Everybody with how they stand in every slot, by name, some hundred at a time. Their ids are read once: paging by name would
 * sort everybody anew for each page.
 */
export async function* readMatrix(
  db: Kysely<Database>,
  { eventId, trackIds, now }: { eventId: string; trackIds: string[] | 'all'; now: Instant },
): AsyncGenerator<MatrixRow[]> {
  const held = await heldSlots(db, { eventId, now })
  const listed = await confirmed(db, { eventId, trackIds })
    .select('registrations.id')
    .orderBy('people.sortKey')
    .orderBy('registrations.id')
    .execute()
  for (let at = 0; at < listed.length; at += AT_ONCE) {
    const ids = listed.slice(at, at + AT_ONCE).map(({ id }) => id)
    const [people, states, shares] = await Promise.all([
      db
        .selectFrom('registrations')
        .innerJoin('people', 'people.id', 'registrations.personId')
        .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
        .leftJoin('tracks', (join) => join.on('tracks.id', '=', TRACK_OR_NONE))
        .select([
          'registrations.id',
          'registrations.code',
          'registrations.state',
          'people.fullName',
          'people.latinName',
        ])
        .select('tracks.code as track')
        .where('registrations.id', 'in', ids)
        .execute(),
      listStates(db, { eventId, registrationIds: ids }),
      sharesOf(db, { held, registrationIds: ids }),
    ])
    // Who has left meanwhile is left out here: by id and state, SQLite would look everybody up by the state.
    const known = new Map(
      people.flatMap(({ id, state, ...person }) => (state === 'confirmed' ? [[id, person] as const] : [])),
    )
    yield ids.flatMap((id) => {
      const person = known.get(id)
      const share = shares.get(id) ?? { present: 0, excused: 0, of: 0 }
      return person ? [{ ...person, states: states.get(id) ?? {}, share }] : []
    })
    await ownTurn()
  }
}

function confirmed(db: Kysely<Database>, { eventId, trackIds }: { eventId: string; trackIds: string[] | 'all' }) {
  return db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .where('ticketTypes.isAddon', '=', 0)
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OR_NONE, 'in', [...(trackIds as string[]), '-']))
}
