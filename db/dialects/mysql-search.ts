import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function createMysqlSearch(db: Kysely<Database>): Promise<void> {
  await sql`create table if not exists event_search (
    event_id varchar(36) not null primary key,
    words mediumtext character set latin1 collate latin1_general_ci not null,
    fulltext index event_search_words (words)
  ) engine = InnoDB`.execute(db)
}

/** Words come from `searchWords`: letters and digits only, four or longer, so no operator, stop word or length limit meets them. */
export function mysqlSearch(db: Kysely<Database>, words: string[]) {
  const expression = words.map((word) => `+${word}*`).join(' ')
  const match = sql<number>`match (words) against (${expression} in boolean mode)`
  return db
    .selectFrom('eventSearch')
    .select(['eventId', sql<number>`0 - ${match}`.as('rank')])
    .where(sql<boolean>`${match}`)
    .as('found')
}
