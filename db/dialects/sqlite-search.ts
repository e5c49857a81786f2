import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function createSqliteSearch(db: Kysely<Database>): Promise<void> {
  await sql`create virtual table if not exists event_search using fts5 (event_id unindexed, words, tokenize = 'ascii', prefix = '4 5')`.execute(
    db,
  )
}

/** Words come from `searchWords`: letters and digits only, so they need no quoting inside the expression. */
export function sqliteSearch(db: Kysely<Database>, words: string[]) {
  const expression = words.map((word) => `${word}*`).join(' AND ')
  return db
    .selectFrom('eventSearch')
    .select(['eventId', sql<number>`rank`.as('rank')])
    .where(sql<boolean>`event_search match ${expression}`)
    .as('found')
}
