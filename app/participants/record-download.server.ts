import type { Kysely } from 'kysely'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Writes down who took which list away, when, and how many people were on it. */
export async function recordDownload(
  db: Kysely<Database>,
  download: {
    accountId: string
    eventId: string
    trackId: string | null
    kind: string
    rowCount: number
    now: Instant
  },
): Promise<Result<void, 'busy'>> {
  const { now, ...row } = download
  return await transact(db, async (db) => {
    await db
      .insertInto('downloads')
      .values({ id: newId(now), createdAt: now, ...row })
      .execute()
  })
}
