import type { Kysely } from 'kysely'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** How long a process goes on with what it has read, in milliseconds. */
const HOLDS = 1000

/**
 * The number that changes with everything the public can see, so that copies know whether they still hold: read once a
 * second at most, whoever asks. No answer is older than that.
 * @throws what the database throws; nothing old is told in its place.
 */
export function shareContentVersion(db: Kysely<Database>): (now: Instant) => Promise<number> {
  let known: { version: number; from: number } | null = null
  let reading: Promise<number> | null = null
  const read = async (from: number) => {
    const row = await db
      .selectFrom('contentVersions')
      .select('version')
      .where('name', '=', 'catalogue')
      .executeTakeFirst()
    const version = row?.version ?? 0
    known = { version, from }
    return version
  }
  return (now) => {
    const at = epochMilliseconds(now)
    // A clock that was set back holds nothing.
    if (known && at >= known.from && at - known.from < HOLDS) return Promise.resolve(known.version)
    reading ??= read(at).finally(() => {
      reading = null
    })
    return reading
  }
}
