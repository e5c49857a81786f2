import { type Kysely, sql } from 'kysely'

const id = 'varchar(36)'
const instant = 'varchar(24)'
const flag = 'integer'
const long = sql`mediumtext`

/** Cohorts, decisions and offers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createCohorts(db)
  await createCohortMembers(db)
  await createDecisions(db)
  await createDecisionReleases(db)
  await createCallOffers(db)
}

async function createCohorts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cohorts')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('name', 'varchar(120)', (column) => column.notNull())
    .addColumn('limits', long, (column) => column.notNull())
    .addColumn('is_chosen', flag, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_by', id)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('cohorts_call', ['call_id'], 'calls', ['id'])
    .execute()
  await db.schema.createIndex('cohorts_of_call').on('cohorts').columns(['call_id', 'created_at']).execute()
}

async function createCohortMembers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cohort_members')
    .addColumn('cohort_id', id, (column) => column.notNull())
    .addColumn('application_id', id, (column) => column.notNull())
    .addColumn('is_in', flag, (column) => column.notNull())
    .addColumn('choice_id', id)
    .addColumn('package_id', id)
    .addColumn('by_hand', flag, (column) => column.notNull())
    .addColumn('reason', 'varchar(500)', (column) => column.notNull())
    .addColumn('because', long, (column) => column.notNull())
    .addColumn('changed_by', id)
    .addColumn('changed_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('cohort_members_key', ['cohort_id', 'application_id'])
    .addForeignKeyConstraint('cohort_members_cohort', ['cohort_id'], 'cohorts', ['id'])
    .addForeignKeyConstraint('cohort_members_application', ['application_id'], 'applications', ['id'])
    .execute()
  await db.schema.createIndex('cohort_members_of_application').on('cohort_members').column('application_id').execute()
}

async function createDecisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decisions')
    .addColumn('application_id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('choice_id', id)
    .addColumn('package_id', id)
    .addColumn('place', 'integer')
    .addColumn('reason', long, (column) => column.notNull())
    .addColumn('note', long, (column) => column.notNull())
    .addColumn('decided_by', id)
    .addColumn('decided_at', instant, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('release_id', id)
    .addColumn('released_at', instant)
    .addColumn('refusal', 'varchar(60)', (column) => column.notNull())
    .addForeignKeyConstraint('decisions_application', ['application_id'], 'applications', ['id'])
    .addForeignKeyConstraint('decisions_call', ['call_id'], 'calls', ['id'])
    .execute()
  await db.schema.createIndex('decisions_of_call').on('decisions').columns(['call_id', 'kind', 'place']).execute()
  await db.schema.createIndex('decisions_of_release').on('decisions').column('release_id').execute()
}

async function createDecisionReleases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decision_releases')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('wave', 'integer', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('send_at', instant, (column) => column.notNull())
    .addColumn('created_by', id)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('undone_by', id)
    .addColumn('undone_at', instant)
    .addForeignKeyConstraint('decision_releases_call', ['call_id'], 'calls', ['id'])
    .execute()
  await db.schema
    .createIndex('decision_releases_of_call')
    .on('decision_releases')
    .columns(['call_id', 'created_at'])
    .execute()
  await db.schema.createIndex('decision_releases_due').on('decision_releases').columns(['state', 'send_at']).execute()
}

async function createCallOffers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_offers')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('application_id', id, (column) => column.notNull())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('choice_id', id)
    .addColumn('ticket_type_id', id)
    .addColumn('award_id', id)
    .addColumn('reservation_id', id)
    .addColumn('wave', 'integer', (column) => column.notNull())
    .addColumn('release_id', id)
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('active_key', id, (column) => column.unique())
    .addColumn('until_at', instant, (column) => column.notNull())
    .addColumn('reminded_at', instant)
    .addColumn('answered_at', instant)
    .addColumn('order_id', id)
    .addColumn('reason', 'varchar(500)', (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('call_offers_call', ['call_id'], 'calls', ['id'])
    .addForeignKeyConstraint('call_offers_application', ['application_id'], 'applications', ['id'])
    .addForeignKeyConstraint('call_offers_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema.createIndex('call_offers_due').on('call_offers').columns(['state', 'until_at']).execute()
  await db.schema.createIndex('call_offers_of_call').on('call_offers').columns(['call_id', 'state']).execute()
  await db.schema.createIndex('call_offers_of_application').on('call_offers').column('application_id').execute()
  await db.schema.createIndex('call_offers_of_order').on('call_offers').column('order_id').execute()
  await db.schema.createIndex('call_offers_of_reservation').on('call_offers').column('reservation_id').execute()
}
