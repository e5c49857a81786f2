import type { Kysely } from 'kysely'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface Download {
  accountId: string
  eventId: string
  trackId: string | null
  kind: string
  rowCount: number
  now: Instant
  /** Of a list: what for, how it was narrowed (never by whom: words of a search stay out), by which link. */
  purpose?: string
  query?: string
  linkId?: string | null
  /** Of a file that is sent as it is made: how it comes out, `finishDownload` says. */
  outcome?: 'started'
}

/** Writes down who took which list away, when, and how many people were on it; gives its id. */
export async function recordDownload(db: Kysely<Database>, download: Download): Promise<Result<string, 'busy'>> {
  const { now, ...row } = download
  const id = newId(now)
  return await transact(db, async (db) => {
    await db
      .insertInto('downloads')
      .values({ id, createdAt: now, ...row })
      .execute()
    return id
  })
}

/** How a file that was sent as it was made came out; one that nobody could say it of stays begun. */
export async function finishDownload(
  db: Kysely<Database>,
  { id, outcome }: { id: string; outcome: 'complete' | 'broken' },
): Promise<void> {
  await db.updateTable('downloads').set({ outcome }).where('id', '=', id).where('outcome', '=', 'started').execute()
}
