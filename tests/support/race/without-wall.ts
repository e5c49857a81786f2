import SQLite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { dialectNamed } from '#db/connect.ts'
import type { Database } from '#db/schema.ts'

const WALL = 'taken >= 0 and taken <= size + over_by'

/**
 * Does something while the wall behind the guarded updates is down, for every connection, so that nothing but the guard
 * could keep too many seats from being sold. Afterwards what was sold is declared to be meant, and the wall stands again.
 */
export async function withoutWall<T>(db: Kysely<Database>, url: string, work: () => Promise<T>): Promise<T> {
  const isSqlite = dialectNamed(url) === 'sqlite'
  if (isSqlite) rewriteWall(url, WALL, 'taken >= 0')
  else await sql`alter table quotas drop constraint quotas_never_oversold`.execute(db)
  try {
    return await work()
  } finally {
    await db.updateTable('quotas').set({ overBy: 1_000_000 }).whereRef('taken', '>', 'size').execute()
    if (isSqlite) rewriteWall(url, 'taken >= 0', WALL)
    else await sql`alter table quotas add constraint quotas_never_oversold check (${sql.raw(WALL)})`.execute(db)
  }
}

/** SQLite alters no constraint; what a table is declared to be is a row of its schema. */
function rewriteWall(url: string, from: string, to: string): void {
  const database = new SQLite(url.slice('sqlite:'.length), { timeout: 10_000 })
  try {
    database.unsafeMode()
    const version = database.pragma('schema_version', { simple: true }) as number
    database.pragma('writable_schema = on')
    const { changes } = database
      .prepare("update sqlite_master set sql = replace(sql, ?, ?) where type = 'table' and name = 'quotas'")
      .run(`check (${from})`, `check (${to})`)
    if (changes !== 1) throw new Error('There is no table of quotas.')
    // Who has the file open reads the schema anew.
    database.pragma(`schema_version = ${version + 1}`)
  } finally {
    database.close()
  }
}
