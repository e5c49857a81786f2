import type { Kysely } from 'kysely'
import { entriesOfEvents } from '#app/calendar/entries.server.ts'
import { isCalledOff } from '#app/calendar/event-entry.ts'
import { isComparable, NEVER_SHOWN, WITHDRAWN } from '#app/calendar/facts-digest.ts'
import { isPublic } from '#app/calendar/is-public.server.ts'
import { type Digested, readDigests } from '#app/calendar/read-digests.server.ts'
import type { Database } from '#db/schema.ts'

/** So many events are looked at together. */
const AT_ONCE = 200

/** In what calendars lie, counted in code: digests are not something that SQL can work out. */
export async function checkCalendars(db: Kysely<Database>): Promise<{ untrue: number; leftOut: number }> {
  const counts = { untrue: 0, leftOut: 0 }
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('events')
      .select(['id', 'status', 'postponedAt', 'publishedAt', 'startsOn'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return counts
    const { events, sessions } = await readDigests(
      db,
      rows.map(({ id }) => id),
    )
    counts.untrue += [...events, ...sessions].filter(isUntrue).length
    const calledOff = rows.filter((row) => row.startsOn.length === 10 && isPublic(row) && isCalledOff(row))
    counts.leftOut += await countLeftOut(
      db,
      calledOff.map(({ id }) => id),
    )
    after = rows.at(-1)!.id
  }
}

/** What was stored before digests were, or under another list of facts, says nothing. */
function isUntrue({ stored, actual }: Digested): boolean {
  if (actual === null) return isComparable(stored)
  return stored === NEVER_SHOWN || stored === WITHDRAWN || (isComparable(stored) && stored !== actual)
}

async function countLeftOut(db: Kysely<Database>, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const { entries } = await entriesOfEvents(db, { baseUrl: 'https://example.org', language: 'en' }, ids)
  const told = new Set(entries.filter(({ status }) => status === 'CANCELLED').map(({ uid }) => uid))
  return ids.filter((id) => !told.has(`event-${id}`)).length
}
