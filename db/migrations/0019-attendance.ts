import type { Kysely } from 'kysely'

const id = 'varchar(36)'
const instant = 'varchar(24)'

/** Marks of who was there, the devices and paper sheets that they come from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAttendancePlans(db)
  await createAttendanceDevices(db)
  await createAttendanceMarks(db)
  await createAttendanceStates(db)
  await createAttendanceConflicts(db)
  await createAttendanceSheets(db)
  await createAttendanceSheetRows(db)
}

async function createAttendancePlans(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attendance_plans')
    .addColumn('event_id', id, (column) => column.primaryKey())
    .addColumn('unit', 'varchar(16)', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('attendance_plans_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createAttendanceDevices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attendance_devices')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('account_id', id, (column) => column.notNull())
    .addColumn('name', 'varchar(60)', (column) => column.notNull())
    .addColumn('opened_at', instant, (column) => column.notNull())
    .addColumn('last_seen_at', instant, (column) => column.notNull())
    .addColumn('ended_at', instant)
    .addForeignKeyConstraint('attendance_devices_event', ['event_id'], 'events', ['id'])
    .addForeignKeyConstraint('attendance_devices_account', ['account_id'], 'accounts', ['id'])
    .execute()
  await db.schema
    .createIndex('attendance_devices_of_event')
    .on('attendance_devices')
    .columns(['event_id', 'opened_at'])
    .execute()
}

async function createAttendanceMarks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attendance_marks')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('registration_id', id, (column) => column.notNull())
    .addColumn('slot', 'varchar(60)', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('at', instant, (column) => column.notNull())
    .addColumn('device_at', instant)
    .addColumn('received_at', instant, (column) => column.notNull())
    .addColumn('account_id', id, (column) => column.notNull())
    .addColumn('device_id', id)
    .addColumn('source', 'varchar(16)', (column) => column.notNull())
    .addColumn('sheet_id', id)
    .addColumn('overruled', 'varchar(24)', (column) => column.notNull())
    .addColumn('desk', 'varchar(60)', (column) => column.notNull().defaultTo(''))
    .addForeignKeyConstraint('attendance_marks_event', ['event_id'], 'events', ['id'])
    .addForeignKeyConstraint('attendance_marks_registration', ['registration_id'], 'registrations', ['id'])
    .execute()
  await db.schema
    .createIndex('attendance_marks_of_event')
    .on('attendance_marks')
    .columns(['event_id', 'received_at'])
    .execute()
  await db.schema
    .createIndex('attendance_marks_of_registration')
    .on('attendance_marks')
    .columns(['registration_id', 'slot'])
    .execute()
}

async function createAttendanceStates(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attendance_states')
    .addColumn('registration_id', id, (column) => column.notNull())
    .addColumn('slot', 'varchar(60)', (column) => column.notNull())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('at', instant, (column) => column.notNull())
    .addColumn('mark_id', id, (column) => column.notNull())
    .addPrimaryKeyConstraint('attendance_states_key', ['registration_id', 'slot'])
    .addForeignKeyConstraint('attendance_states_registration', ['registration_id'], 'registrations', ['id'])
    .addForeignKeyConstraint('attendance_states_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema
    .createIndex('attendance_states_of_slot')
    .on('attendance_states')
    .columns(['event_id', 'slot', 'state'])
    .execute()
}

async function createAttendanceConflicts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attendance_conflicts')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('registration_id', id, (column) => column.notNull())
    .addColumn('slot', 'varchar(60)', (column) => column.notNull())
    .addColumn('kind', 'varchar(24)', (column) => column.notNull())
    .addColumn('mark_id', id, (column) => column.notNull().unique())
    .addColumn('other_mark_id', id)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('seen_by', id)
    .addColumn('seen_at', instant)
    .addForeignKeyConstraint('attendance_conflicts_event', ['event_id'], 'events', ['id'])
    .addForeignKeyConstraint('attendance_conflicts_registration', ['registration_id'], 'registrations', ['id'])
    .execute()
  await db.schema
    .createIndex('attendance_conflicts_of_event')
    .on('attendance_conflicts')
    .columns(['event_id', 'seen_at'])
    .execute()
}

async function createAttendanceSheets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attendance_sheets')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('track_id', id)
    .addColumn('code', 'varchar(16)', (column) => column.notNull().unique())
    .addColumn('held_on', 'varchar(10)', (column) => column.notNull())
    .addColumn('session_id', id)
    .addColumn('parts', 'varchar(16)', (column) => column.notNull())
    .addColumn('row_count', 'integer', (column) => column.notNull())
    .addColumn('created_by', id)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('attendance_sheets_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema
    .createIndex('attendance_sheets_of_event')
    .on('attendance_sheets')
    .columns(['event_id', 'held_on'])
    .execute()
}

async function createAttendanceSheetRows(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attendance_sheet_rows')
    .addColumn('sheet_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('registration_id', id, (column) => column.notNull())
    .addPrimaryKeyConstraint('attendance_sheet_rows_key', ['sheet_id', 'position'])
    .addForeignKeyConstraint('attendance_sheet_rows_sheet', ['sheet_id'], 'attendance_sheets', ['id'])
    .addForeignKeyConstraint('attendance_sheet_rows_registration', ['registration_id'], 'registrations', ['id'])
    .execute()
}
