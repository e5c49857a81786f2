import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('questions')
    .addColumn('stage', 'varchar(16)', (column) => column.notNull().defaultTo('registering'))
    .execute()
  await db.schema
    .alterTable('questions')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  await db.schema.alterTable('questions').addColumn('shown_when_question_id', 'varchar(36)').execute()
  await db.schema.alterTable('questions').addColumn('shown_when_value', 'varchar(120)').execute()
  await db.schema.alterTable('questions').addColumn('maximum', 'integer').execute()
  await db.schema
    .createTable('question_tracks')
    .addColumn('question_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('track_id', 'varchar(36)', (column) => column.notNull())
    .addPrimaryKeyConstraint('question_tracks_key', ['question_id', 'track_id'])
    .addForeignKeyConstraint('question_tracks_question', ['question_id'], 'questions', ['id'])
    .addForeignKeyConstraint('question_tracks_track', ['track_id'], 'tracks', ['id'])
    .execute()
  await db.schema
    .createTable('question_stages')
    .addColumn('event_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('stage', 'varchar(16)', (column) => column.notNull())
    .addColumn('opens_at', 'varchar(24)')
    .addColumn('deadline_at', 'varchar(24)')
    .addColumn('remind_at', 'varchar(24)')
    .addPrimaryKeyConstraint('question_stages_key', ['event_id', 'stage'])
    .addForeignKeyConstraint('question_stages_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema
    .alterTable('answers')
    .addColumn('asked', 'varchar(12000)', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('answers')
    .addColumn('question_version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  await db.schema.alterTable('answers').addColumn('answered_at', 'varchar(24)').execute()
  await db.schema.alterTable('answers').addColumn('erased_at', 'varchar(24)').execute()
  await db.schema.createIndex('answers_of_question').on('answers').columns(['question_id', 'answered_at']).execute()
  await db.schema
    .createTable('answer_totals')
    .addColumn('question_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('value', 'varchar(100)', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_totals_key', ['question_id', 'value'])
    .addForeignKeyConstraint('answer_totals_question', ['question_id'], 'questions', ['id'])
    .execute()
  await db.schema.alterTable('proofs').addColumn('reason', 'varchar(300)').execute()
  // SQLite reads any name with “blob” in it as one.
  await db.schema
    .createTable('files')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('event_id', 'varchar(36)')
    .addColumn('purpose', 'varchar(20)', (column) => column.notNull())
    .addColumn('name', 'varchar(200)', (column) => column.notNull())
    .addColumn('media_type', 'varchar(100)', (column) => column.notNull())
    .addColumn('byte_count', 'integer', (column) => column.notNull())
    .addColumn('digest', 'varchar(64)', (column) => column.notNull())
    .addColumn('content', sql`mediumblob`)
    .addColumn('created_at', 'varchar(24)', (column) => column.notNull())
    .addColumn('erase_at', 'varchar(24)')
    .addColumn('erased_at', 'varchar(24)')
    .execute()
  await db.schema.createIndex('files_to_erase').on('files').columns(['erased_at', 'erase_at']).execute()
}
