import { CompiledQuery, type Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import { dialectOf } from './dialect.ts'

/**
 * The statement that inserts one row, for many. MySQL reads them all in one text, which its driver writes from lists.
 * SQLite runs the one statement again for each: a row costs less by itself than as one of a long list.
 */
export function withRows(db: Kysely<Database>, { sql }: CompiledQuery, rows: unknown[][]): CompiledQuery {
  if (dialectOf(db) === 'sqlite') return CompiledQuery.raw(sql, rows)
  return CompiledQuery.raw(sql.slice(0, sql.lastIndexOf('(')) + '?', [rows])
}
