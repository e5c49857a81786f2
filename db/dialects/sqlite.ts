import SQLite from 'better-sqlite3'
import { type Dialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { FileDriver } from './sqlite/driver.ts'
import { WriterLost } from './sqlite/off-thread.ts'

/** SQLite in a file with full durability, where reading waits for nobody and all who write wait for each other. */
export function sqliteDialect(url: string): Dialect {
  return {
    createDriver: () => new FileDriver(url.slice('sqlite:'.length)),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new FileAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

/** Whoever only reads is not to wait for whoever writes, so it is the driver that has the turns. */
class FileAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/** A lock that another process held for too long. */
export function isSqliteConflict(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

export function isSqliteDuplicate(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(error.code)
}

/** The thread that wrote has died: nothing is known of what was asked last. A file is always there. */
export function isSqliteConnectionLost(error: unknown): boolean {
  return error instanceof WriterLost
}
