import { type Kysely, sql } from 'kysely'
import { noteDeadlines } from './deadlines/note-deadlines.server.ts'
import { refreshSearch } from './refresh-search.server.ts'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { bumpContentVersion } from '#db/content-version.ts'
import type { Database } from '#db/schema.ts'

/**
 * To be called in the transaction of every change that the public can see: raises the event's version, and its
 * SEQUENCE and those of its sessions where calendars show the change; keeps its search words true, and makes a new
 * content version, so that no copy of a page outlives the change.
 */
export async function eventChanged(db: Kysely<Database>, eventId: string, now: Instant): Promise<void> {
  await db
    .updateTable('events')
    .set({ version: sql`version + 1`, updatedAt: now })
    .where('id', '=', eventId)
    .execute()
  await noteCalendarChanges(db, [eventId], now)
  await noteDeadlines(db, [eventId], now)
  await bumpContentVersion(db)
  await refreshSearch(db, [eventId])
}

/** Of a change that no event's own version, calendar entry or search words show. */
export { bumpContentVersion }
