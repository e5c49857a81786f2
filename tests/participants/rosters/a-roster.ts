import type { Kysely } from 'kysely'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import type { Database } from '#db/schema.ts'

/** Two weeks before the first day of `givenEvent`, where that is (Kigali, UTC+2), and a moment before. */
export const FREEZE_AT = '2027-05-30T22:00:00.000Z'
export const BEFORE = '2027-05-30T21:59:59.000Z'

/** An event with two tracks and a ticket for each, an instructor of each, one of both, and an organizer. */
export async function givenWorkshop(db: Kysely<Database>, slug = 'ntw-2027') {
  const event = await givenEvent(db, { slug, tickets: [{ seats: 60 }, { seats: 60 }] })
  const tracks: [string, string] = [await givenTrack(db, event.id, 'T1'), await givenTrack(db, event.id, 'T2')]
  for (const [at, trackId] of tracks.entries())
    await db.updateTable('ticketTypes').set({ trackId }).where('id', '=', event.tickets[at]!.id).execute()
  const at = { scope: 'event' as const, scopeId: event.id }
  const teach = async (name: string, trackId: string) =>
    (await givenAccount(db, `${name}@plenary.example`, [{ role: 'instructor', ...at, trackId }])).accountId
  return {
    event,
    tracks,
    people: (fullNames: string[], track: 0 | 1 = 0) =>
      givenParticipants(
        db,
        { id: event.id, tickets: [event.tickets[track]!] },
        fullNames.map((fullName) => ({ fullName })),
      ),
    first: await teach('first', tracks[0]),
    second: await teach('second', tracks[1]),
    both: await teach('both', ''),
    organizer: (await givenAccount(db, 'organizer@plenary.example', [{ role: 'organizer', ...at }])).accountId,
  }
}

/** A seat ends, or is there again, by whatever way. */
export async function setState(db: Kysely<Database>, id: string, state: 'confirmed' | 'cancelled'): Promise<void> {
  await db.updateTable('registrations').set({ state }).where('id', '=', id).execute()
}
