import { type Kysely, MysqlAdapter } from 'kysely'

export type DialectName = 'sqlite' | 'mysql'

/** Which of the two databases a handle speaks to. Asked in `db/` only. */
export function dialectOf<T>(db: Kysely<T>): DialectName {
  return db.getExecutor().adapter instanceof MysqlAdapter ? 'mysql' : 'sqlite'
}
