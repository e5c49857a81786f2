import SQLite from 'better-sqlite3'

/** One statement; its parameters may be rows (`../with-rows.ts`). */
export interface Step {
  sql: string
  parameters: readonly unknown[]
}

export interface Done {
  rows: unknown[]
  changes: number
}

/** What the last step brought, or why the one at that place failed, which ended them all. */
export type Answer = { done: Done } | { fault: unknown; at: number }

/** An open file. */
export interface SqliteFile {
  /** Whether a statement changes nothing, and brings rows. */
  isRead(sql: string): boolean
  run(steps: Step[]): Answer
  close(): void
}

/** Statements longer than this are rarely asked twice: they name many rows. */
const LONGEST_KEPT = 4000
const MOST_KEPT = 500

/** 256 MB of the file, which count as ours only as far as somebody read them, and which the system takes back. */
const READ_IN_PLACE = 268_435_456

/** Opens a file in WAL mode with full durability. */
export function openFile(path: string, { isReadOnly = false } = {}): SqliteFile {
  const database = new SQLite(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 400')
  // In pages, 16 MB: two hundred orders change some 1,300, many of them the same as the two hundred before, and what
  // several commits changed goes back into the file once.
  database.pragma('wal_autocheckpoint = 4000')
  // In bytes: lists look up their people in the order of names, all over the file, which are read where the system
  // keeps them. What is written, and what is beyond, goes through a cache, in kilobytes.
  database.pragma(`mmap_size = ${isReadOnly ? READ_IN_PLACE : 0}`)
  database.pragma('cache_size = -8000')
  if (isReadOnly) database.pragma('query_only = ON')
  const prepare = keepStatements(database)

  function runOne({ sql, parameters }: Step): Done {
    // Where the disk is full, SQLite has rolled back already.
    if (sql === 'rollback' && !database.inTransaction) return { rows: [], changes: 0 }
    const statement = prepare(sql)
    if (statement.reader) return { rows: statement.all(parameters), changes: 0 }
    if (!Array.isArray(parameters[0])) return { rows: [], changes: statement.run(parameters).changes }
    let changes = 0
    for (const row of parameters) changes += statement.run(row).changes
    return { rows: [], changes }
  }

  return {
    // By its first word first: what changes the schema is not to be read by a handle that may know an older one.
    isRead: (sql) => /^\s*(?:select|with|explain)\b/i.test(sql) && prepare(sql).readonly,
    run(steps) {
      let done: Done = { rows: [], changes: 0 }
      for (const [at, step] of steps.entries()) {
        try {
          done = runOne(step)
        } catch (fault) {
          return { fault, at }
        }
      }
      return { done }
    },
    close: () => database.close(),
  }
}

/** Keeps the statements that were used last: preparing one costs more than running it. Nothing is streamed, so none is ever busy. */
function keepStatements(database: SQLite.Database): (sql: string) => SQLite.Statement {
  const kept = new Map<string, SQLite.Statement>()
  return (sql) => {
    const statement = kept.get(sql) ?? database.prepare(sql)
    if (sql.length > LONGEST_KEPT) return statement
    kept.delete(sql)
    kept.set(sql, statement)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return statement
  }
}
