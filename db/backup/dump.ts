import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { TABLES } from './tables.ts'

const PAGE = 1000

/** The first line of a backup: which shape it has, and the migrations that its tables came from. */
export interface Header {
  plenaryBackup: 1
  madeAt: string
  migrations: string[]
}

type Row = Record<string, string | number | null>

/**
 * A database as lines of JSON that either dialect can take in: the header, each row with the name of its table, and
 * at the end how many rows there were. To be read inside `readSnapshot`.
 */
export async function* dumpLines(db: Kysely<Database>, madeAt: string): AsyncGenerator<string> {
  const header: Header = { plenaryBackup: 1, madeAt, migrations: await migrationsOf(db) }
  yield `${JSON.stringify(header)}\n`
  let rows = 0
  for (const [table, ...key] of TABLES) {
    for await (const page of pagesOf(db, table, key)) {
      rows += page.length
      yield page.map((row) => `${JSON.stringify([table, row])}\n`).join('')
    }
  }
  yield `${JSON.stringify({ rows })}\n`
}

export async function migrationsOf(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

async function* pagesOf(db: Kysely<Database>, table: keyof Database, key: string[]): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let last: Row | undefined
  for (;;) {
    const after = last && sql.join(key.map((column) => sql.val(last![column])))
    const { rows } = await sql<Row>`select * from ${sql.table(table)}
      ${after ? sql`where (${columns}) > (${after})` : sql``} order by ${columns} limit ${sql.lit(PAGE)}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
    last = rows.at(-1)
  }
}
