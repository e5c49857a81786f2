import type { Kysely } from 'kysely'

export type DialectName = 'sqlite' | 'mysql'

/**
 * Which of the two databases a handle speaks to. Asked in `db/` only. By what it can do, not by its class: the bundle has a
 * copy of Kysely of its own.
 */
export function dialectOf<T>(db: Kysely<T>): DialectName {
  return db.getExecutor().adapter.supportsReturning ? 'sqlite' : 'mysql'
}

/** Whether all who write wait for each other, whatever they write. */
export function writesOneAtATime<T>(db: Kysely<T>): boolean {
  return dialectOf(db) === 'sqlite'
}
