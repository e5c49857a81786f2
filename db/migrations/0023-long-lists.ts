import { type Kysely, MysqlAdapter, sql } from 'kysely'

/**
 * The registrations of an event in the order in which they came, with their states: for its list and for its counts. It
 * takes the place of an index that had the state in front of the moment, so that nothing more is written in a rush. All
 * people by their names nobody asks for: who is shown by name is shown for an event.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('registrations_as_they_came')
    .on('registrations')
    .columns(['event_id', 'created_at', 'id', 'state'])
    .execute()
  // Two lists that grow for years, of which only one event's or one account's part is shown.
  await db.schema
    .createIndex('attendance_marks_as_made')
    .on('attendance_marks')
    .columns(['event_id', 'at', 'id'])
    .execute()
  await db.schema.createIndex('statement_lines_by_day').on('statement_lines').columns(['booked_on', 'id']).execute()
  await drop(db, 'registrations_of_event', 'registrations')
  await drop(db, 'people_sort_key', 'people')
  await keepHeld(db)
}

/** Else SQLite looks for the confirmed of one event among the confirmed of all. */
async function keepHeld(db: Kysely<unknown>): Promise<void> {
  if (isMysql(db)) return
  await db.schema.dropIndex('registrations_held').execute()
  await db.schema
    .createIndex('registrations_held')
    .on('registrations')
    .columns(['state', 'held_until'])
    .where(sql.ref('held_until'), 'is not', null)
    .execute()
}

async function drop(db: Kysely<unknown>, name: string, table: string): Promise<void> {
  const index = db.schema.dropIndex(name)
  await (isMysql(db) ? index.on(table) : index).execute()
}

function isMysql(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof MysqlAdapter
}
