import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

/** What the public sees has changed: no copy of a page that was made before holds any longer. */
export async function bumpContentVersion(db: Kysely<Database>): Promise<void> {
  const bumped = await db
    .updateTable('contentVersions')
    .set({ version: sql`version + 1` })
    .where('name', '=', 'catalogue')
    .executeTakeFirst()
  if (bumped.numUpdatedRows === 0n)
    await db.insertInto('contentVersions').ignore().values({ name: 'catalogue', version: 1 }).execute()
}
