import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'

const MARK = 'demonstration'

/**
 * Whether the demonstration is to be loaded: into a database without events, or where loading it was begun and never
 * came to its end.
 */
export async function beginSeeding(db: Kysely<Database>): Promise<boolean> {
  const mark = await db.selectFrom('contentVersions').select('version').where('name', '=', MARK).executeTakeFirst()
  if (mark) return Number(mark.version) === 0
  const event = await db.selectFrom('events').select('id').limit(1).executeTakeFirst()
  if (event) return false
  await db.insertInto('contentVersions').ignore().values({ name: MARK, version: 0 }).execute()
  return true
}

export async function finishSeeding(db: Kysely<Database>): Promise<void> {
  await db
    .updateTable('contentVersions')
    .set({ version: sql`version + 1` })
    .where('name', '=', MARK)
    .where('version', '=', 0)
    .execute()
}
