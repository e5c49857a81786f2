import type { Insertable, Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** SQLite takes 32,766 values in one statement, MySQL 65,535. */
const MOST_VALUES = 16_000

/** Inserts many rows of one shape, as many at once as both databases take. */
export async function insertAll<Table extends keyof Database>(
  db: Kysely<Database>,
  table: Table,
  rows: Insertable<Database[Table]>[],
): Promise<void> {
  if (rows.length === 0) return
  const atOnce = Math.floor(MOST_VALUES / Object.keys(rows[0]!).length)
  for (let from = 0; from < rows.length; from += atOnce)
    await db
      .insertInto(table)
      .values(rows.slice(from, from + atOnce))
      .execute()
}
