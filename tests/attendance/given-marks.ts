import type { Kysely } from 'kysely'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import type { NewMark } from '#app/attendance/new-mark.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import type { Database } from '#db/schema.ts'

/** The third day of `givenEvent`, in Kigali (UTC+2): 09:00 there. */
export const MORNING: Instant = '2027-06-16T07:00:00.000Z'
export const DAY = '2027-06-16'

/** An event with two tracks, a ticket for each, three people in each, and everybody who marks. */
export async function givenCourse(db: Kysely<Database>, names = ['Contohwati', 'Þóra Dæmisdóttir', 'نور تجريبي']) {
  const event = await givenEvent(db, { slug: 'ntw-2027', tickets: [{ seats: 9000 }, { seats: 9000 }] })
  const tracks: [string, string] = [await givenTrack(db, event.id, 'T1'), await givenTrack(db, event.id, 'T2')]
  for (const [at, trackId] of tracks.entries())
    await db.updateTable('ticketTypes').set({ trackId }).where('id', '=', event.tickets[at]!.id).execute()
  const peopleOf = async (at: number, of: string[]) =>
    await givenParticipants(
      db,
      { id: event.id, tickets: [event.tickets[at]!] },
      of.map((fullName) => ({ fullName })),
    )
  const at = { scope: 'event' as const, scopeId: event.id }
  const account = async (name: string, role: 'instructor' | 'front-desk' | 'organizer', trackId = '') =>
    (await givenAccount(db, `${name}@plenary.example`, [{ role, ...at, trackId }])).accountId
  return {
    event,
    tracks,
    first: await peopleOf(0, names),
    second: await peopleOf(1, ['Тест Примеров', 'Ng', 'ሙከራ ምሳሌ']),
    instructor: await account('instructor', 'instructor', tracks[0]),
    frontDesk: await account('desk', 'front-desk'),
    organizer: await account('organizer', 'organizer'),
  }
}

/** A mark as a phone makes it. */
export function aMark(registrationId: string, more: Partial<NewMark> = {}): NewMark {
  const at = more.at ?? MORNING
  return { id: newId(at), registrationId, slot: `half:${DAY}:am`, state: 'present', at, ...more }
}

export async function codeOf(db: Kysely<Database>, registrationId: string): Promise<string> {
  const found = await db.selectFrom('registrations').select('code').where('id', '=', registrationId).executeTakeFirst()
  return found!.code
}

/** An hour of the third day, at nine. */
export async function givenSession(
  db: Kysely<Database>,
  eventId: string,
  { trackId, kind = 'lab' }: { trackId: string | null; kind?: 'lab' | 'break' },
): Promise<string> {
  const id = newId(MORNING)
  const times = {
    heldOn: DAY,
    startsTime: '09:00',
    endsTime: '10:00',
    startsAt: MORNING,
    endsAt: addMinutes(MORNING, 60),
  }
  const texts = { code: null, title: 'Lab', abstract: '', language: null, room: 'Lab 1' }
  await db
    .insertInto('sessions')
    .values({
      id,
      eventId,
      trackId,
      kind,
      ...texts,
      ...times,
      isPublic: 1,
      isStreamed: 0,
      sequence: 0,
      updatedAt: MORNING,
    })
    .execute()
  await noteCalendarChanges(db, [eventId], MORNING)
  return id
}
