import type { Kysely } from 'kysely'
import { epochMilliseconds, type Instant, toInstant } from '#app/values/moment.ts'
import { hashOf } from '#app/values/secret.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface Attempt {
  /** What is counted, as `sign-in-link:ADDRESS`; only its hash is stored. */
  bucket: string
  /** How many a window allows. */
  limit: number
  windowMinutes: number
  now: Instant
}

/**
 * Counts one attempt, over all processes: true when it is within the limit of the current window, false when it is
 * one too many. Call it outside the transaction of the thing itself, which may roll back. A database too busy to
 * count lets the attempt pass, for the thing itself will be told so.
 */
export async function countAttempt(db: Kysely<Database>, attempt: Attempt): Promise<boolean> {
  const counted = await transact(db, async (db) => {
    return (await raise(db, attempt)) || (await begin(db, attempt)) || (await raise(db, attempt))
  })
  return counted.ok ? counted.value : true
}

/** Whether one more would be within the limit, without counting it. */
export async function mayAttempt(db: Kysely<Database>, attempt: Attempt): Promise<boolean> {
  const row = await db
    .selectFrom('attempts')
    .select('count')
    .where('bucket', '=', hashOf(attempt.bucket))
    .where('windowAt', '=', windowOf(attempt))
    .executeTakeFirst()
  return (row?.count ?? 0) < attempt.limit
}

/** The bucket's row has room, and now one less. */
async function raise(db: Kysely<Database>, attempt: Attempt): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attempts')
    .set((row) => ({ count: row('count', '+', 1) }))
    .where('bucket', '=', hashOf(attempt.bucket))
    .where('windowAt', '=', windowOf(attempt))
    .where('count', '<', attempt.limit)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The window's first. */
async function begin(db: Kysely<Database>, attempt: Attempt): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('attempts')
    .ignore()
    .values({ bucket: hashOf(attempt.bucket), windowAt: windowOf(attempt), count: 1 })
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

function windowOf({ windowMinutes, now }: Attempt): Instant {
  const length = windowMinutes * 60_000
  return toInstant(Math.floor(epochMilliseconds(now) / length) * length)
}
