import { type Kysely, type RawBuilder, sql } from 'kysely'

const instant = 'varchar(24)'
const flag = 'integer'

export async function up(db: Kysely<unknown>): Promise<void> {
  await addToEvents(db)
  await addToSessions(db)
  await createKeptTexts(db)
  await createFeeds(db)
  await createZoneReleases(db)
  await createOwnCopies(db)
  await createDeadlines(db)
}

/** Until now a session's SEQUENCE was written as the sum of its own and its event's; it may not go down. */
async function addToSessions(db: Kysely<unknown>): Promise<void> {
  for (const column of ['starts_later', 'ends_later'])
    await db.schema
      .alterTable('sessions')
      .addColumn(column, flag, (type) => type.notNull().defaultTo(0))
      .execute()
  await addCalendarColumns(db, 'sessions')
  await db.schema.alterTable('sessions').addColumn('import_uid', 'varchar(255)').execute()
  await sql`update sessions set
    sequence = sequence + (select events.sequence from events where events.id = sessions.event_id),
    calendar_at = (select case when events.updated_at > sessions.updated_at then events.updated_at
      else sessions.updated_at end from events where events.id = sessions.event_id)`.execute(db)
  await db.schema.createIndex('sessions_imported').on('sessions').columns(['event_id', 'import_uid']).unique().execute()
}

async function addToEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('events').addColumn('postponed_at', instant).execute()
  await db.schema.alterTable('events').addColumn('previous_on', 'varchar(10)').execute()
  for (const column of ['starts_later', 'ends_later', 'is_join_public'])
    await db.schema
      .alterTable('events')
      .addColumn(column, flag, (type) => type.notNull().defaultTo(0))
      .execute()
  await db.schema
    .alterTable('events')
    .addColumn('are_rooms_public', flag, (type) => type.notNull().defaultTo(1))
    .execute()
  await db.schema
    .alterTable('events')
    .addColumn('calendar_mail', 'varchar(16)', (type) => type.notNull().defaultTo('file'))
    .execute()
  await addCalendarColumns(db, 'events')
  await sql`update events set calendar_at = updated_at`.execute(db)
  await db.schema.createIndex('events_changed').on('events').column('updated_at').execute()
}

/** `?` is no digest: whether calendars show something else since is not known, so the next change raises the SEQUENCE. */
async function addCalendarColumns(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn('calendar_digest', 'varchar(64)', (type) => type.notNull().defaultTo(''))
    .execute()
  await db.schema.alterTable(table).addColumn('calendar_at', instant).execute()
  await sql`update ${sql.table(table)} set calendar_digest = '?'`.execute(db)
}

async function createKeptTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendar_texts')
    .addColumn('owner_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('variant', 'varchar(16)', (column) => column.notNull())
    .addColumn('stamp', 'varchar(64)', (column) => column.notNull())
    .addColumn('zones', 'varchar(200)', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('calendar_texts_key', ['owner_id', 'variant'])
    .execute()
}

async function createFeeds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendar_feeds')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('account_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('name', 'varchar(120)', (column) => column.notNull())
    .addColumn('token_hash', 'varchar(64)', (column) => column.notNull().unique())
    .addColumn('language', 'varchar(35)', (column) => column.notNull())
    .addColumn('has_sessions', flag, (column) => column.notNull())
    .addColumn('has_deadlines', flag, (column) => column.notNull())
    .addColumn('has_work', flag, (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('revoked_at', instant)
    .addColumn('replaced_by_id', 'varchar(36)')
    .addColumn('fetched_at', instant)
    .addColumn('client', 'varchar(32)')
    .addForeignKeyConstraint('calendar_feeds_account', ['account_id'], 'accounts', ['id'])
    .execute()
  await db.schema.createIndex('calendar_feeds_of_account').on('calendar_feeds').column('account_id').execute()
}

/** How far a seat had come was counted by its state until now; the SEQUENCE of its owner's copy may not go down. */
async function createOwnCopies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('registrations')
    .addColumn('calendar_steps', 'integer', (type) => type.notNull().defaultTo(0))
    .execute()
  await sql`update registrations set calendar_steps =
    case state when 'held' then 0 when 'lapsed' then 1 when 'confirmed' then 2 else 3 end`.execute(db)
  await db.schema
    .createTable('calendar_departures')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('event_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('person_key', 'varchar(64)', (column) => column.notNull())
    .addColumn('steps', 'integer', (column) => column.notNull())
    .addColumn('left_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('calendar_departures_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema
    .createIndex('calendar_departures_of_person')
    .on('calendar_departures')
    .columns(['person_key', 'event_id'])
    .execute()
  await db.schema.createIndex('calendar_departures_of_event').on('calendar_departures').column('event_id').execute()
  await db.schema.createIndex('orders_of_person').on('orders').column('person_id').execute()
  await db.schema.createIndex('registrations_of_person').on('registrations').column('person_id').execute()
}

/** Dates by which something about an event is to be done, as calendars were told of them. */
async function createDeadlines(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendar_deadlines')
    .addColumn('event_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('kind', 'varchar(32)', (column) => column.notNull())
    .addColumn('at', instant, (column) => column.notNull())
    .addColumn('is_off', flag, (column) => column.notNull())
    .addColumn('digest', 'varchar(64)', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('calendar_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('calendar_deadlines_key', ['event_id', 'kind'])
    .addForeignKeyConstraint('calendar_deadlines_event', ['event_id'], 'events', ['id'])
    .execute()
  await fillDeadlines(db)
}

/** Those of what is public already; `-` is the digest of nothing, so that its next change says what it is. */
async function fillDeadlines(db: Kysely<unknown>): Promise<void> {
  const row = (kind: string, at: RawBuilder<unknown>) =>
    sql`select events.id, ${sql.lit(kind)}, ${at}, case events.status when 'cancelled' then 1 else 0 end, '-', 0,
      max(events.updated_at)`
  const isShown = sql`(events.status = 'published' or (events.status = 'cancelled' and events.published_at is not null))
    and length(events.starts_on) = 10`
  const target = sql`insert into calendar_deadlines (event_id, kind, at, is_off, digest, sequence, calendar_at)`
  for (const [kind, column] of [
    ['scholarshipOpens', 'scholarship_from_at'],
    ['scholarshipCloses', 'scholarship_until_at'],
    ['applyOpens', 'apply_from_at'],
    ['applyCloses', 'apply_until_at'],
  ] as const) {
    const at = sql.ref(`events.${column}`)
    await sql`${target} ${row(kind, at)} from events where ${isShown} and ${at} is not null
      group by events.id, events.status, ${at}`.execute(db)
  }
  const tickets = sql`from events inner join ticket_types on ticket_types.event_id = events.id
    and ticket_types.is_hidden = 0 and events.admission = 'registration'`
  const group = sql`where ${isShown} group by events.id, events.status`
  await sql`${target} ${row('saleOpens', sql`min(ticket_types.on_sale_from_at)`)} ${tickets} ${group}
    having min(ticket_types.on_sale_from_at) is not null`.execute(db)
  await sql`${target} ${row('saleCloses', sql`max(ticket_types.on_sale_until_at)`)} ${tickets} ${group}
    having count(*) = count(ticket_types.on_sale_until_at)`.execute(db)
  for (const kind of ['early', 'standard'])
    await sql`${target} ${row(`${kind}Ends`, sql`min(price_steps.ends_at)`)} ${tickets}
      inner join price_steps on price_steps.ticket_type_id = ticket_types.id and price_steps.kind = ${sql.lit(kind)}
      ${group} having min(price_steps.ends_at) is not null`.execute(db)
}

/** By which release of the time zone data the stored moments of events were worked out, and how far that has come. */
async function createZoneReleases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('zone_releases')
    .addColumn('name', 'varchar(16)', (column) => column.primaryKey())
    .addColumn('version', 'varchar(16)', (column) => column.notNull())
    .addColumn('reached', 'varchar(36)')
    .execute()
}
