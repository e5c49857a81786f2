import type { Kysely } from 'kysely'

const id = 'varchar(36)'
const instant = 'varchar(24)'

/** Rosters that freeze, lists given on by link, machines and groups of a lab, days of a ticket. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addToDownloads(db)
  await addToBroadcasts(db)
  await createRosters(db)
  await createRosterEntries(db)
  await createRosterReadings(db)
  await createListLinks(db)
  await createLabSeats(db)
  await createLabGroups(db)
  await createTicketTypeDays(db)
}

async function addToDownloads(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('downloads').addColumn('link_id', id).execute()
  await db.schema
    .alterTable('downloads')
    .addColumn('query', 'varchar(500)', (column) => column.notNull().defaultTo(''))
    .execute()
  for (const name of ['purpose', 'outcome']) {
    await db.schema
      .alterTable('downloads')
      .addColumn(name, 'varchar(16)', (column) => column.notNull().defaultTo(''))
      .execute()
  }
  await db.schema.createIndex('downloads_of_event').on('downloads').columns(['event_id', 'id']).execute()
}

async function addToBroadcasts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('broadcasts')
    .addColumn('replies_to_author', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('broadcasts')
    .addColumn('is_of_instructor', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}

async function createRosters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rosters')
    .addColumn('event_id', id, (column) => column.primaryKey())
    .addColumn('freeze_on', 'varchar(10)', (column) => column.notNull())
    .addColumn('minimum', 'integer')
    .addColumn('frozen_at', instant)
    .addColumn('frozen_by', id)
    .addColumn('decision', 'varchar(16)', (column) => column.notNull())
    .addColumn('decided_by', id)
    .addColumn('decided_at', instant)
    .addColumn('note', 'varchar(500)', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('rosters_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createRosterEntries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('roster_entries')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('registration_id', id, (column) => column.notNull())
    .addColumn('track_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('from_track_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('at', instant, (column) => column.notNull())
    .addUniqueConstraint('roster_entries_step', ['registration_id', 'step'])
    .addForeignKeyConstraint('roster_entries_event', ['event_id'], 'events', ['id'])
    .addForeignKeyConstraint('roster_entries_registration', ['registration_id'], 'registrations', ['id'])
    .execute()
  await db.schema.createIndex('roster_entries_of_event').on('roster_entries').columns(['event_id', 'at']).execute()
}

async function createRosterReadings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('roster_readings')
    .addColumn('account_id', id, (column) => column.notNull())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('seen_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('roster_readings_key', ['account_id', 'event_id'])
    .addForeignKeyConstraint('roster_readings_account', ['account_id'], 'accounts', ['id'])
    .addForeignKeyConstraint('roster_readings_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createListLinks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('list_links')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('account_id', id, (column) => column.notNull())
    .addColumn('format', 'varchar(8)', (column) => column.notNull())
    .addColumn('purpose', 'varchar(16)', (column) => column.notNull())
    .addColumn('query', 'varchar(500)', (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('note', 'varchar(120)', (column) => column.notNull())
    .addColumn('token_hash', 'varchar(64)', (column) => column.notNull().unique())
    .addColumn('expires_at', instant, (column) => column.notNull())
    .addColumn('revoked_at', instant)
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('last_used_at', instant)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('list_links_event', ['event_id'], 'events', ['id'])
    .addForeignKeyConstraint('list_links_account', ['account_id'], 'accounts', ['id'])
    .execute()
  await db.schema.createIndex('list_links_of_event').on('list_links').columns(['event_id', 'created_at']).execute()
}

async function createLabSeats(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lab_seats')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('track_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('label', 'varchar(20)', (column) => column.notNull())
    .addColumn('grid_row', 'integer', (column) => column.notNull())
    .addColumn('grid_column', 'integer', (column) => column.notNull())
    .addColumn('machine', 'varchar(120)', (column) => column.notNull())
    .addColumn('address_range', 'varchar(120)', (column) => column.notNull())
    .addColumn('zone_name', 'varchar(253)', (column) => column.notNull())
    .addColumn('registration_id', id, (column) => column.unique())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addUniqueConstraint('lab_seats_label', ['event_id', 'track_id', 'label'])
    .addForeignKeyConstraint('lab_seats_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createLabGroups(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lab_groups')
    .addColumn('registration_id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('name', 'varchar(20)', (column) => column.notNull())
    .addForeignKeyConstraint('lab_groups_registration', ['registration_id'], 'registrations', ['id'])
    .addForeignKeyConstraint('lab_groups_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema.createIndex('lab_groups_of_event').on('lab_groups').columns(['event_id', 'name']).execute()
}

async function createTicketTypeDays(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ticket_type_days')
    .addColumn('ticket_type_id', id, (column) => column.notNull())
    .addColumn('held_on', 'varchar(10)', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_type_days_key', ['ticket_type_id', 'held_on'])
    .addForeignKeyConstraint('ticket_type_days_ticket_type', ['ticket_type_id'], 'ticket_types', ['id'])
    .execute()
}
