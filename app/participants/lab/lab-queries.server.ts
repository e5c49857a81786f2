import type { Kysely } from 'kysely'
import { type PaperPerson, paperPeople } from '../paper/paper-people.server.ts'
import type { SeatFacts } from './seat-facts.ts'
import type { Database } from '#db/schema.ts'

export interface LabSeat extends SeatFacts {
  id: string
  version: number
  /** The registration that the row holds: of `person`, or of somebody who is no participant here any more. */
  heldBy: string | null
  person: LabPerson | null
}

export type LabPerson = Pick<PaperPerson, 'registrationId' | 'fullName' | 'latinName' | 'country' | 'group'>

export interface Lab {
  /** Row by row. */
  seats: LabSeat[]
  /** Everybody in the lab, in the order of the list. */
  people: LabPerson[]
  unseated: LabPerson[]
}

/**
 * A lab as it stands: of a track, or ('') of the whole event. A seat shows who is confirmed there now: one that was
 * cancelled, handed on or moved to another track is free.
 */
export async function readLab(
  db: Kysely<Database>,
  { eventId, trackId }: { eventId: string; trackId: string },
): Promise<Lab> {
  const [rows, people] = await Promise.all([
    db
      .selectFrom('labSeats')
      .selectAll()
      .where('eventId', '=', eventId)
      .where('trackId', '=', trackId)
      .orderBy('gridRow')
      .orderBy('gridColumn')
      .orderBy('label')
      .execute(),
    paperPeople(db, { eventId, trackIds: 'all', trackId: trackId || null }),
  ])
  const known = new Map(people.map((person) => [person.registrationId, shown(person)]))
  const seats = rows.map(({ eventId: _event, trackId: _track, registrationId, ...seat }) => ({
    ...seat,
    heldBy: registrationId,
    person: known.get(registrationId ?? '') ?? null,
  }))
  const seated = new Set(seats.flatMap(({ person }) => person?.registrationId ?? []))
  const all = [...known.values()]
  return { seats, people: all, unseated: all.filter(({ registrationId }) => !seated.has(registrationId)) }
}

function shown({ registrationId, fullName, latinName, country, group }: PaperPerson): LabPerson {
  return { registrationId, fullName, latinName, country, group }
}

/** Where a seat belongs, for whoever asks for its page; null when the event has no such seat. */
export async function labOfSeat(
  db: Kysely<Database>,
  { eventId, seatId }: { eventId: string; seatId: string },
): Promise<{ trackId: string } | null> {
  const seat = await db
    .selectFrom('labSeats')
    .select('trackId')
    .where('id', '=', seatId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  return seat ?? null
}
