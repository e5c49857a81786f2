import type { Kysely } from 'kysely'
import { type CalendarSettings, seenOfSettings } from './calendar-settings.ts'
import { eventChanged } from './event-changed.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { flag } from '#app/values/flag.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export async function findCalendarSettings(db: Kysely<Database>, eventId: string): Promise<CalendarSettings | null> {
  const event = await db
    .selectFrom('events')
    .select(['isJoinPublic', 'areRoomsPublic', 'calendarMail'])
    .where('id', '=', eventId)
    .executeTakeFirst()
  if (!event) return null
  return {
    isJoinPublic: event.isJoinPublic === 1,
    areRoomsPublic: event.areRoomsPublic === 1,
    calendarMail: event.calendarMail,
  }
}

/** Sets who may know the online room and the rooms, and how mails bring the event into calendars. */
export async function saveCalendarSettings(
  db: Kysely<Database>,
  {
    eventId,
    form: { seen, ...settings },
    now,
    actor,
  }: { eventId: string; form: CalendarSettings & { seen: string }; now: Instant; actor: Actor },
): Promise<Result<void, 'offer-stale' | 'gone' | 'busy'>> {
  return await transact<void, 'offer-stale' | 'gone'>(db, async (db) => {
    // Before it is read, so that of two who save at once the second sees what the first saved.
    await db.updateTable('events').set({ updatedAt: now }).where('id', '=', eventId).execute()
    const before = await findCalendarSettings(db, eventId)
    if (!before) throw new Refused({ code: 'gone' as const })
    if (seen !== '' && seen !== seenOfSettings(before)) throw new Refused({ code: 'offer-stale' as const })
    await db
      .updateTable('events')
      .set({
        isJoinPublic: flag(settings.isJoinPublic),
        areRoomsPublic: flag(settings.areRoomsPublic),
        calendarMail: settings.calendarMail,
      })
      .where('id', '=', eventId)
      .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.calendar-changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { ...before },
        after: settings,
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
