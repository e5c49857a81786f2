import type { Kysely } from 'kysely'
import type { CalendarClient } from './calendar-client.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const MINUTES = 5

/** Notes that a feed was fetched, and by what, at most every five minutes. */
export async function noteFetch(
  db: Kysely<Database>,
  feed: { id: string; fetchedAt: Instant | null },
  { client, now }: { client: CalendarClient; now: Instant },
): Promise<void> {
  const since = addMinutes(now, -MINUTES)
  if (feed.fetchedAt !== null && feed.fetchedAt > since) return
  await db
    .updateTable('calendarFeeds')
    .set({ fetchedAt: now, client })
    .where('id', '=', feed.id)
    .where((row) => row.or([row('fetchedAt', 'is', null), row('fetchedAt', '<=', since)]))
    .execute()
}
