import type { Kysely } from 'kysely'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** How long a process goes on with what it has read, in seconds: with making a page anew, well below one. */
const HOLDS = 0.4

/** At once where it has been read just now. `isFresh`: for somebody who may just have changed something, and expects to see it. */
export type ContentVersion = (now: Instant, isFresh?: boolean) => number | Promise<number>

/**
 * The number that changes with everything the public can see, so that copies know whether they still hold: read some
 * times a second at most, whoever asks. No answer is older than that.
 * @throws what the database throws; nothing old is told in its place.
 */
export function shareContentVersion(db: Kysely<Database>): ContentVersion {
  let known: { from: Instant; until: Instant; version: number } | null = null
  let reading: Promise<number> | null = null
  const read = async (from: Instant) => {
    const row = await db
      .selectFrom('contentVersions')
      .select('version')
      .where('name', '=', 'catalogue')
      .executeTakeFirst()
    const version = row?.version ?? 0
    known = { from, until: addSeconds(from, HOLDS), version }
    return version
  }
  return (now, isFresh = false) => {
    // One that is under way may have read before the change.
    if (isFresh) return read(now)
    // A clock that was set back holds nothing.
    if (known && now >= known.from && now < known.until) return known.version
    reading ??= read(now).finally(() => {
      reading = null
    })
    return reading
  }
}
