import type { Kysely } from 'kysely'
import { readSlots, type AttendanceSlot } from '../read-slots.server.ts'
import { slotKey } from '../slot.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What a desk can be the door of today: the event itself, the day, and each of its sessions. */
export interface Doors {
  today: string
  zone: string
  doors: AttendanceSlot[]
}

/** In order, the arrival first. */
export async function readDoors(
  db: Kysely<Database>,
  { eventId, language, now }: { eventId: string; language: string; now: Instant },
): Promise<Doors> {
  const [{ zone }, days, sessions] = await Promise.all([
    db.selectFrom('events').select('zone').where('id', '=', eventId).executeTakeFirstOrThrow(),
    readSlots(db, { eventId, language, unit: 'day' }),
    readSlots(db, { eventId, language, unit: 'session' }),
  ])
  const today = wallClock(now, zone).day
  const held = [...days, ...sessions.filter(({ kind }) => kind === 'session')]
  return { today, zone, doors: held.filter(({ kind, day }) => kind === 'arrival' || day === today) }
}

/** The door that a desk stands at: the one it asks for, or else the event's. */
export function doorOf({ doors }: Doors, asked: string | null): AttendanceSlot {
  return doors.find(({ key }) => key === asked) ?? doors.find(({ key }) => key === slotKey({ kind: 'arrival' }))!
}
