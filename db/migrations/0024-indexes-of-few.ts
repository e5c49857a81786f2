import { type Kysely, MysqlAdapter, sql } from 'kysely'

/** Columns that most rows leave empty. */
const OF_FEW = [
  ['orders_due', 'orders', 'due_at'],
  ['registrations_of_main', 'registrations', 'main_registration_id'],
  ['registrations_replacing', 'registrations', 'replaces_id'],
  ['registration_seats_of_reservation', 'registration_seats', 'reservation_id'],
] as const

/**
 * SQLite keeps those of these indexes that have a value only: an order writes four entries less, and nobody is tempted
 * to look for all rows without a value in one. MySQL has whole indexes only.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof MysqlAdapter) return
  for (const [name, table, column] of OF_FEW) {
    await db.schema.dropIndex(name).execute()
    await db.schema.createIndex(name).on(table).column(column).where(sql.ref(column), 'is not', null).execute()
  }
}
