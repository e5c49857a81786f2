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
      return Promise.resolve(database)
    },
  }
  const dialect = new SqliteDialect(config)
  dialect.createDriver = () => new ImmediateDriver(config)
  return dialect
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
