import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { type Bytes, type Header, HEAVY, migrationsOf } from './dump.ts'
import { TABLES } from './tables.ts'

const AT_ONCE = 200

/** Why a backup is not taken in, in a sentence. */
export class RestoreError extends Error {}

type Row = Record<string, string | number | null | Uint8Array>

/**
 * Fills an empty, migrated database with the lines of a backup, in one transaction. Returns the number of rows.
 * @throws RestoreError when the database holds anything, or the backup is of another version, damaged or cut short.
 */
export async function restoreLines(db: Kysely<Database>, lines: AsyncIterable<string>): Promise<number> {
  return await db.transaction().execute(async (db) => {
    await refuseFull(db)
    const parents: { id: string; parentId: string }[] = []
    const batch = new Batch(db)
    let isBegun = false
    let ended: number | undefined
    for await (const line of lines) {
      if (line === '') continue
      const value = parse(line)
      if (ended !== undefined) throw new RestoreError('The backup goes on after its end.')
      if (!isBegun) {
        checkHeader(value, await migrationsOf(db))
        isBegun = true
      } else if (Array.isArray(value)) {
        const [table, written] = value as [keyof Database, Record<string, string | number | null | Bytes>]
        if (!TABLES.some(([known]) => known === table))
          throw new RestoreError(`The backup has an unknown table “${table}”.`)
        const row = withBytes(written)
        await batch.add(table, table === 'events' ? withoutParent(row, parents) : row)
      } else {
        ended = (value as { rows: number }).rows
      }
    }
    await batch.flush()
    for (const { id, parentId } of parents)
      await db.updateTable('events').set({ parentId }).where('id', '=', id).execute()
    if (ended !== batch.rows) throw new RestoreError('The backup is cut short.')
    return batch.rows
  })
}

function withBytes(row: Record<string, string | number | null | Bytes>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value !== null && typeof value === 'object' ? Buffer.from(value.base64, 'base64') : value,
    ]),
  )
}

/** Rows of one table, gathered into few statements. */
class Batch {
  rows = 0
  private table: keyof Database | undefined
  private waiting: Row[] = []
  private readonly db: Kysely<Database>

  constructor(db: Kysely<Database>) {
    this.db = db
  }

  async add(table: keyof Database, row: Row): Promise<void> {
    const most = HEAVY.includes(table) ? 1 : AT_ONCE
    if (table !== this.table || this.waiting.length === most) await this.flush()
    this.table = table
    this.waiting.push(row)
    this.rows++
  }

  async flush(): Promise<void> {
    if (this.table && this.waiting.length > 0) await this.db.insertInto(this.table).values(this.waiting).execute()
    this.waiting = []
  }
}

async function refuseFull(db: Kysely<Database>): Promise<void> {
  for (const [table] of TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) throw new RestoreError('The database is not empty: restore fills an empty one only.')
  }
}

function checkHeader(value: unknown, here: string[]): void {
  const header = value as Partial<Header>
  if (header.plenaryBackup !== 1 || !Array.isArray(header.migrations))
    throw new RestoreError('This is no backup of Plenary.')
  if (header.migrations.join() !== here.join())
    throw new RestoreError(
      `The backup is of another version: its last migration is ${header.migrations.at(-1)}, here it is ${here.at(-1)}.`,
    )
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch (error) {
    throw new RestoreError('The backup is damaged: a line of it is no JSON.', { cause: error })
  }
}

/** An event may come before the one that it is part of. */
function withoutParent(row: Row, parents: { id: string; parentId: string }[]): Row {
  if (row.parentId) parents.push({ id: String(row.id), parentId: String(row.parentId) })
  return { ...row, parentId: null }
}
