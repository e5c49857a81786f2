import type { CompiledQuery, DialectAdapter, Insertable, Kysely } from 'kysely'
import { withRows } from './dialects/with-rows.ts'
import type { Database } from './schema.ts'

/** What inserts one row, by table and columns. */
const kept = new WeakMap<DialectAdapter, Map<string, CompiledQuery>>()

/**
 * Inserts many rows of one shape at once. `insertInto(…).values(rows)` says the same and is the way for a few; where a
 * rush or a run writes hundreds, this costs the process a third of it, for the statement is made from one row whatever
 * their number, once, and each database takes the rows as it takes them best.
 * Outside a transaction, several rows are one of their own. With `isOnce`, what a unique key holds already is left alone.
 */
export async function insertRows<Table extends keyof Database>(
  db: Kysely<Database>,
  table: Table,
  rows: Insertable<Database[Table]>[],
  { isOnce = false }: { isOnce?: boolean } = {},
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
  const values = rows.map((row) => valuesOf(row as Record<string, unknown>, columns))
  const query = withRows(db, statementFor(db, table, columns, isOnce), values)
  if (rows.length === 1 || db.isTransaction) await db.executeQuery(query)
  else await db.transaction().execute((db) => db.executeQuery(query))
}

function statementFor(db: Kysely<Database>, table: keyof Database, columns: string[], isOnce: boolean): CompiledQuery {
  const { adapter, plugins } = db.getExecutor()
  const statements = kept.get(adapter) ?? new Map<string, CompiledQuery>()
  kept.set(adapter, statements)
  const key = `${table} ${isOnce} ${columns.join()}`
  // Whoever has plugged in more than the spelling of names wants to see every statement.
  if (plugins.length > 1) return compile(db, table, columns, isOnce)
  const statement = statements.get(key) ?? compile(db, table, columns, isOnce)
  statements.set(key, statement)
  return statement
}

function compile(db: Kysely<Database>, table: keyof Database, columns: string[], isOnce: boolean): CompiledQuery {
  // Kysely spells the columns; null is a parameter as any other is.
  const row = Object.fromEntries(columns.map((column) => [column, null]))
  const insert = db.insertInto(table).values(row)
  return (isOnce ? insert.ignore() : insert).compile()
}

function valuesOf(row: Record<string, unknown>, columns: string[]): unknown[] {
  if (Object.keys(row).length !== columns.length) throw new Error('Rows that are inserted together have one shape.')
  return columns.map((column) => {
    const value = row[column]
    if (value === undefined) throw new Error(`Rows that are inserted together all say ${column}.`)
    return value
  })
}
