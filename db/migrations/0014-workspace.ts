import { type Kysely, sql } from 'kysely'

const id = 'varchar(36)'
const instant = 'varchar(24)'
const flag = 'integer'

/** What organizers work with: templates, publishing, the programme, runs over many rows, broadcasts, the team. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addToEvents(db)
  await createPublishing(db)
  await addToProgramme(db)
  await createRuns(db)
  await createBroadcasts(db)
  await createMailIndex(db)
  await createTeam(db)
  await createDrafts(db)
  await addNotes(db)
}

/** What organizers note about somebody who registered. */
async function addNotes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('registrations').addColumn('note', 'varchar(2000)').execute()
}

async function addToEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('events').addColumn('previous_id', id).execute()
  await db.schema.alterTable('events').addColumn('venue_seats', 'integer').execute()
  await db.schema.alterTable('events').addColumn('conduct_url', 'varchar(500)').execute()
  await db.schema.alterTable('events').addColumn('conduct_version', 'varchar(40)').execute()
  for (const column of ['is_template', 'preview_version', 'programme_version'])
    await db.schema
      .alterTable('events')
      .addColumn(column, 'integer', (type) => type.notNull().defaultTo(0))
      .execute()
  await db.schema.createIndex('events_previous').on('events').column('previous_id').execute()
  await db.schema.alterTable('series').addColumn('host_id', id).execute()
  await db.schema
    .alterTable('series')
    .addColumn('needs_review', flag, (type) => type.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('questions')
    .addColumn('meaning', 'varchar(16)', (type) => type.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createTable('event_visa_notes')
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('country', 'varchar(2)', (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_visa_notes_key', ['event_id', 'country', 'language'])
    .addForeignKeyConstraint('event_visa_notes_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema
    .createTable('event_tasks')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('title', 'varchar(200)', (column) => column.notNull())
    .addColumn('due_on', 'varchar(10)')
    .addColumn('owner_id', id)
    .addColumn('done_at', instant)
    .addColumn('done_by', id)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('event_tasks_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema.createIndex('event_tasks_open').on('event_tasks').columns(['event_id', 'done_at', 'due_on']).execute()
}

async function createPublishing(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('publish_requests')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    // The event's id while the request is open, so that there is one at most.
    .addColumn('open_key', id, (column) => column.unique())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('publish_at', instant)
    .addColumn('note', 'varchar(2000)', (column) => column.notNull())
    .addColumn('asked_by', id, (column) => column.notNull())
    .addColumn('asked_at', instant, (column) => column.notNull())
    .addColumn('decided_by', id)
    .addColumn('decided_at', instant)
    .addColumn('answer', 'varchar(2000)', (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('publish_requests_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema
    .createIndex('publish_requests_of_event')
    .on('publish_requests')
    .columns(['event_id', 'asked_at'])
    .execute()
  await db.schema.createIndex('publish_requests_due').on('publish_requests').columns(['state', 'publish_at']).execute()
}

async function addToProgramme(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rooms')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('name', 'varchar(120)', (column) => column.notNull())
    .addColumn('seats', 'integer')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addUniqueConstraint('rooms_name', ['event_id', 'name'])
    .addForeignKeyConstraint('rooms_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema
    .alterTable('sessions')
    .addColumn('interpretation', 'varchar(100)', (type) => type.notNull().defaultTo(''))
    .execute()
  await db.schema.alterTable('sessions').addColumn('stream_url', 'varchar(500)').execute()
  await db.schema.alterTable('sessions').addColumn('capacity', 'integer').execute()
  for (const column of ['takes_sign_ups', 'signed_up', 'version'])
    await db.schema
      .alterTable('sessions')
      .addColumn(column, 'integer', (type) => type.notNull().defaultTo(0))
      .execute()
  await db.schema.alterTable('session_people').addColumn('email', 'varchar(254)').execute()
  await db.schema
    .createTable('session_materials')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('session_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('title', 'varchar(200)', (column) => column.notNull())
    .addColumn('url', 'varchar(500)')
    .addColumn('file_id', id)
    .addColumn('audience', 'varchar(16)', (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('session_materials_session', ['session_id'], 'sessions', ['id'])
    .addForeignKeyConstraint('session_materials_file', ['file_id'], 'files', ['id'])
    .execute()
  await db.schema
    .createIndex('session_materials_of_session')
    .on('session_materials')
    .columns(['session_id', 'position'])
    .execute()
  await db.schema.createIndex('session_materials_of_file').on('session_materials').column('file_id').execute()
  await db.schema
    .createTable('session_sign_ups')
    .addColumn('session_id', id, (column) => column.notNull())
    .addColumn('registration_id', id, (column) => column.notNull())
    .addColumn('signed_up_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('session_sign_ups_key', ['session_id', 'registration_id'])
    .addForeignKeyConstraint('session_sign_ups_session', ['session_id'], 'sessions', ['id'])
    .addForeignKeyConstraint('session_sign_ups_registration', ['registration_id'], 'registrations', ['id'])
    .execute()
  await db.schema
    .createIndex('session_sign_ups_of_registration')
    .on('session_sign_ups')
    .column('registration_id')
    .execute()
  await db.schema
    .createTable('programme_versions')
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('note', 'varchar(2000)', (column) => column.notNull())
    .addColumn('content', sql`mediumtext`, (column) => column.notNull())
    .addColumn('released_by', id)
    .addColumn('released_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('programme_versions_key', ['event_id', 'number'])
    .addForeignKeyConstraint('programme_versions_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createRuns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('runs')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('kind', 'varchar(20)', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('props', 'text', (column) => column.notNull())
    .addColumn('file_id', id)
    .addColumn('reached', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('total', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('done', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('refused', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('undone', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_by', id, (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('runs_event', ['event_id'], 'events', ['id'])
    .addForeignKeyConstraint('runs_file', ['file_id'], 'files', ['id'])
    .execute()
  await db.schema.createIndex('runs_of_event').on('runs').columns(['event_id', 'created_at']).execute()
  await db.schema.createIndex('runs_open').on('runs').columns(['state', 'created_at']).execute()
  await db.schema.createIndex('runs_of_file').on('runs').column('file_id').execute()
  await db.schema
    .createTable('run_rows')
    .addColumn('run_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('subject_id', id)
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addColumn('problem', 'varchar(300)', (column) => column.notNull())
    .addPrimaryKeyConstraint('run_rows_key', ['run_id', 'position'])
    .addForeignKeyConstraint('run_rows_run', ['run_id'], 'runs', ['id'])
    .execute()
  await db.schema.createIndex('run_rows_of_subject').on('run_rows').column('subject_id').execute()
  await db.schema.createIndex('run_rows_in_state').on('run_rows').columns(['run_id', 'state', 'position']).execute()
}

async function createBroadcasts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('broadcasts')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('kind', 'varchar(20)', (column) => column.notNull())
    .addColumn('name', 'varchar(120)', (column) => column.notNull())
    .addColumn('segment', 'text', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('anchor', 'varchar(8)')
    .addColumn('offset_days', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('at_time', 'varchar(5)')
    .addColumn('send_at', instant)
    .addColumn('reached', id)
    .addColumn('expected', 'integer')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_by', id)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addColumn('started_at', instant)
    .addColumn('ended_at', instant)
    .addForeignKeyConstraint('broadcasts_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema.createIndex('broadcasts_of_event').on('broadcasts').columns(['event_id', 'created_at']).execute()
  await db.schema.createIndex('broadcasts_due').on('broadcasts').columns(['state', 'send_at']).execute()
  await db.schema
    .createTable('broadcast_texts')
    .addColumn('broadcast_id', id, (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('subject', 'varchar(200)', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('broadcast_texts_key', ['broadcast_id', 'language'])
    .addForeignKeyConstraint('broadcast_texts_broadcast', ['broadcast_id'], 'broadcasts', ['id'])
    .execute()
  await db.schema
    .createTable('broadcast_recipients')
    .addColumn('broadcast_id', id, (column) => column.notNull())
    .addColumn('recipient_key', 'varchar(254)', (column) => column.notNull())
    .addColumn('registration_id', id)
    .addColumn('entry_id', id)
    .addColumn('session_person_id', id)
    .addColumn('account_id', id)
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('reason', 'varchar(40)', (column) => column.notNull())
    .addColumn('message_id', id)
    .addPrimaryKeyConstraint('broadcast_recipients_key', ['broadcast_id', 'recipient_key'])
    .addForeignKeyConstraint('broadcast_recipients_broadcast', ['broadcast_id'], 'broadcasts', ['id'])
    .execute()
  await db.schema
    .createIndex('broadcast_recipients_in_state')
    .on('broadcast_recipients')
    .columns(['broadcast_id', 'state', 'recipient_key'])
    .execute()
  await db.schema
    .createIndex('broadcast_recipients_of_person')
    .on('broadcast_recipients')
    .column('recipient_key')
    .execute()
}

/** Mail is looked for by whom it went to: what bounced, one person's history. */
async function createMailIndex(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('messages_of_person').on('messages').columns(['recipient_key', 'state']).execute()
}

async function createTeam(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invitations')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('email', 'varchar(254)', (column) => column.notNull())
    .addColumn('email_key', 'varchar(254)', (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('role', 'varchar(20)', (column) => column.notNull())
    .addColumn('scope', 'varchar(20)', (column) => column.notNull())
    .addColumn('scope_id', id, (column) => column.notNull())
    .addColumn('track_id', id, (column) => column.notNull())
    .addColumn('invited_by', id)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('expires_at', instant, (column) => column.notNull())
    .addColumn('accepted_at', instant)
    .addColumn('revoked_at', instant)
    .execute()
  await db.schema.createIndex('invitations_of_scope').on('invitations').columns(['scope', 'scope_id']).execute()
  await db.schema.createIndex('invitations_of_person').on('invitations').column('email_key').execute()
}

/** Forms that save themselves while they are filled in. */
async function createDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('form_drafts')
    .addColumn('account_id', id, (column) => column.notNull())
    .addColumn('form', 'varchar(160)', (column) => column.notNull())
    .addColumn('content', sql`mediumtext`, (column) => column.notNull())
    .addColumn('seen', 'varchar(64)', (column) => column.notNull())
    .addColumn('saved_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('form_drafts_key', ['account_id', 'form'])
    .addForeignKeyConstraint('form_drafts_account', ['account_id'], 'accounts', ['id'])
    .execute()
  await db.schema.createIndex('form_drafts_saved').on('form_drafts').column('saved_at').execute()
}
