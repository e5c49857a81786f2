import SQLite from 'better-sqlite3'
import { type DatabaseConnection, type Dialect, CompiledQuery, SqliteDialect, SqliteDriver } from 'kysely'

/**
 * SQLite in WAL mode with full durability. Transactions begin as writers, so that a reader
 * never finds on its first write that somebody else was quicker (SQLITE_BUSY_SNAPSHOT).
 */
export function sqliteDialect(url: string): Dialect {
  const config = {
    database: () => {
      const database = new SQLite(url.slice('sqlite:'.length))
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = FULL')
      database.pragma('foreign_keys = ON')
      database.pragma('busy_timeout = 400')
      // In bytes: lists look up their people in the order of names, all over the file, which are read where the system
      // keeps them. What is written, and what is beyond, goes through a cache, in kilobytes.
      database.pragma('mmap_size = 268435456')
      database.pragma('cache_size = -8000')
      return Promise.resolve(keepStatements(database))
    },
  }
  const dialect = new SqliteDialect(config)
  dialect.createDriver = () => new ImmediateDriver(config)
  return dialect
}

/** Statements longer than this are rarely asked twice: they insert many rows. */
const LONGEST_KEPT = 4000
const MOST_KEPT = 500

/** Keeps the statements that were used last: preparing one costs more than running it. Nothing is streamed, so none is ever busy. */
function keepStatements(database: SQLite.Database): Pick<SQLite.Database, 'prepare' | 'close'> {
  const kept = new Map<string, SQLite.Statement>()
  const prepare = (source: string) => {
    const statement = kept.get(source) ?? database.prepare(source)
    if (source.length > LONGEST_KEPT) return statement
    kept.delete(source)
    kept.set(source, statement)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return statement
  }
  return { prepare: prepare as SQLite.Database['prepare'], close: () => database.close() }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** A lock that another process held for too long. */
export function isSqliteConflict(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

export function isSqliteDuplicate(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(error.code)
}
