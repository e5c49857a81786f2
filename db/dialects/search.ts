import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import { dialectOf } from './dialect.ts'
import { createMysqlSearch, mysqlSearch } from './mysql-search.ts'
import { createSqliteSearch, sqliteSearch } from './sqlite-search.ts'

/** A sub-query of the events that contain every word (or a word beginning with it), with a rank: lower is better. */
export function searchEvents(db: Kysely<Database>, words: string[]) {
  return dialectOf(db) === 'mysql' ? mysqlSearch(db, words) : sqliteSearch(db, words)
}

/** Makes the table `event_search` and its full-text index, which no migration can say in one way for both. */
export async function createSearch(db: Kysely<Database>): Promise<void> {
  await (dialectOf(db) === 'mysql' ? createMysqlSearch(db) : createSqliteSearch(db))
}
