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

type Row = Record<string, string | number | null | Uint8Array>

/** Bytes as JSON holds them. */
export interface Bytes {
  base64: string
}

/** Rows that carry files are read one by one. */
export const HEAVY: (keyof Database)[] = ['files']

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
      yield page.map((row) => `${JSON.stringify([table, withText(row)])}\n`).join('')
    }
  }
  yield `${JSON.stringify({ rows })}\n`
}

function withText(row: Row): Record<string, string | number | null | Bytes> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    ]),
  )
}

export async function migrationsOf(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

async function* pagesOf(db: Kysely<Database>, table: keyof Database, key: string[]): AsyncGenerator<Row[]> {
  const size = HEAVY.includes(table) ? 1 : PAGE
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let last: Row | undefined
  for (;;) {
    const after = last && sql.join(key.map((column) => sql.val(last![column])))
    const { rows } = await sql<Row>`select * from ${sql.table(table)}
      ${after ? sql`where (${columns}) > (${after})` : sql``} order by ${columns} limit ${sql.lit(size)}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < size) return
    last = rows.at(-1)
  }
}
