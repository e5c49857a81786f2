import { type Kysely, sql } from 'kysely'

const id = 'varchar(36)'
const instant = 'varchar(24)'
const flag = 'integer'
const long = sql`mediumtext`

/** Funds, what a scholarship gives, awards, payments to people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createFunds(db)
  await createFundConditions(db)
  await createAwardPackages(db)
  await createAwardPackageTexts(db)
  await createAwardPackageTickets(db)
  await createAwardPackageComponents(db)
  await createAwards(db)
  await createAwardComponents(db)
  await createAwardShares(db)
  await createPayouts(db)
  await createPayoutReceipts(db)
  await createPayoutShares(db)
}

async function createFunds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('funds')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('code', 'varchar(20)', (column) => column.notNull())
    .addColumn('donor', 'varchar(200)', (column) => column.notNull())
    .addColumn('name', 'varchar(200)', (column) => column.notNull())
    .addColumn('currency', 'varchar(3)', (column) => column.notNull())
    .addColumn('budget_minor', 'bigint', (column) => column.notNull())
    .addColumn('offered_minor', 'bigint', (column) => column.notNull())
    .addColumn('committed_minor', 'bigint', (column) => column.notNull())
    .addColumn('paid_minor', 'bigint', (column) => column.notNull())
    .addColumn('note', 'varchar(2000)', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addUniqueConstraint('funds_code', ['event_id', 'code'])
    .addForeignKeyConstraint('funds_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createFundConditions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('fund_conditions')
    .addColumn('fund_id', id, (column) => column.notNull())
    .addColumn('kind', 'varchar(24)', (column) => column.notNull())
    .addColumn('value', long, (column) => column.notNull())
    .addPrimaryKeyConstraint('fund_conditions_key', ['fund_id', 'kind'])
    .addForeignKeyConstraint('fund_conditions_fund', ['fund_id'], 'funds', ['id'])
    .execute()
}

async function createAwardPackages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('award_packages')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('code', 'varchar(20)', (column) => column.notNull())
    .addColumn('currency', 'varchar(3)', (column) => column.notNull())
    .addColumn('is_default', flag, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addUniqueConstraint('award_packages_code', ['call_id', 'code'])
    .addForeignKeyConstraint('award_packages_call', ['call_id'], 'calls', ['id'])
    .execute()
}

async function createAwardPackageTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('award_package_texts')
    .addColumn('package_id', id, (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('name', 'varchar(200)', (column) => column.notNull())
    .addColumn('description', 'varchar(2000)', (column) => column.notNull())
    .addPrimaryKeyConstraint('award_package_texts_key', ['package_id', 'language'])
    .addForeignKeyConstraint('award_package_texts_package', ['package_id'], 'award_packages', ['id'])
    .execute()
}

async function createAwardPackageTickets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('award_package_tickets')
    .addColumn('package_id', id, (column) => column.notNull())
    .addColumn('choice_id', id, (column) => column.notNull())
    .addColumn('ticket_type_id', id, (column) => column.notNull())
    .addPrimaryKeyConstraint('award_package_tickets_key', ['package_id', 'choice_id'])
    .addForeignKeyConstraint('award_package_tickets_package', ['package_id'], 'award_packages', ['id'])
    .addForeignKeyConstraint('award_package_tickets_choice', ['choice_id'], 'call_choices', ['id'])
    .execute()
}

async function createAwardPackageComponents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('award_package_components')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('package_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('amount_minor', 'bigint', (column) => column.notNull())
    .addColumn('is_cap', flag, (column) => column.notNull())
    .addColumn('payout', 'varchar(16)', (column) => column.notNull())
    .addColumn('note', 'varchar(300)', (column) => column.notNull())
    .addUniqueConstraint('award_package_components_kind', ['package_id', 'kind'])
    .addForeignKeyConstraint('award_package_components_package', ['package_id'], 'award_packages', ['id'])
    .execute()
}

async function createAwards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('awards')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('application_id', id, (column) => column.notNull())
    .addColumn('package_id', id)
    .addColumn('currency', 'varchar(3)', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('active_key', id, (column) => column.unique())
    .addColumn('visa', 'varchar(16)', (column) => column.notNull())
    .addColumn('visa_at', instant)
    .addColumn('ticket_in_hand_at', instant)
    .addColumn('attended', 'varchar(16)', (column) => column.notNull())
    .addColumn('report_due_on', 'varchar(10)')
    .addColumn('report_text', long)
    .addColumn('report_file_id', id)
    .addColumn('reported_at', instant)
    .addColumn('reminded_at', instant)
    .addColumn('is_public', flag, (column) => column.notNull())
    .addColumn('own_minor', 'bigint', (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addColumn('ended_at', instant)
    .addForeignKeyConstraint('awards_event', ['event_id'], 'events', ['id'])
    .addForeignKeyConstraint('awards_call', ['call_id'], 'calls', ['id'])
    .addForeignKeyConstraint('awards_application', ['application_id'], 'applications', ['id'])
    .execute()
  await db.schema.createIndex('awards_of_call').on('awards').columns(['call_id', 'state']).execute()
  await db.schema.createIndex('awards_of_event').on('awards').columns(['event_id', 'state']).execute()
  await db.schema.createIndex('awards_of_application').on('awards').column('application_id').execute()
  await db.schema.createIndex('awards_of_file').on('awards').column('report_file_id').execute()
}

async function createAwardComponents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('award_components')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('award_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('payout', 'varchar(16)', (column) => column.notNull())
    .addColumn('amount_minor', 'bigint', (column) => column.notNull())
    .addColumn('is_cap', flag, (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('note', 'varchar(300)', (column) => column.notNull())
    .addColumn('answered_at', instant)
    .addUniqueConstraint('award_components_kind', ['award_id', 'kind'])
    .addForeignKeyConstraint('award_components_award', ['award_id'], 'awards', ['id'])
    .execute()
}

async function createAwardShares(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('award_shares')
    .addColumn('component_id', id, (column) => column.notNull())
    .addColumn('fund_id', id, (column) => column.notNull())
    .addColumn('amount_minor', 'bigint', (column) => column.notNull())
    .addColumn('returned_minor', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('award_shares_key', ['component_id', 'fund_id'])
    .addForeignKeyConstraint('award_shares_component', ['component_id'], 'award_components', ['id'])
    .addForeignKeyConstraint('award_shares_fund', ['fund_id'], 'funds', ['id'])
    .execute()
  await db.schema.createIndex('award_shares_of_fund').on('award_shares').column('fund_id').execute()
}

async function createPayouts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('payouts')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('award_id', id, (column) => column.notNull())
    .addColumn('component_id', id, (column) => column.notNull())
    .addColumn('way', 'varchar(16)', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('amount_minor', 'bigint', (column) => column.notNull())
    .addColumn('currency', 'varchar(3)', (column) => column.notNull())
    .addColumn('note', 'varchar(1000)', (column) => column.notNull())
    .addColumn('reason', 'varchar(1000)', (column) => column.notNull())
    .addColumn('reference', 'varchar(100)', (column) => column.notNull())
    .addColumn('form_key', 'varchar(64)', (column) => column.notNull().unique())
    .addColumn('created_by', id)
    .addColumn('checked_by', id)
    .addColumn('checked_at', instant)
    .addColumn('approved_by', id)
    .addColumn('approved_at', instant)
    .addColumn('paid_by', id)
    .addColumn('paid_at', instant)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('payouts_event', ['event_id'], 'events', ['id'])
    .addForeignKeyConstraint('payouts_award', ['award_id'], 'awards', ['id'])
    .addForeignKeyConstraint('payouts_component', ['component_id'], 'award_components', ['id'])
    .execute()
  await db.schema.createIndex('payouts_of_event').on('payouts').columns(['event_id', 'state']).execute()
  await db.schema.createIndex('payouts_of_award').on('payouts').column('award_id').execute()
  await db.schema.createIndex('payouts_of_component').on('payouts').column('component_id').execute()
}

async function createPayoutReceipts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('payout_receipts')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('payout_id', id, (column) => column.notNull())
    .addColumn('file_id', id, (column) => column.notNull())
    .addColumn('description', 'varchar(200)', (column) => column.notNull())
    .addColumn('amount_minor', 'bigint', (column) => column.notNull())
    .addColumn('currency', 'varchar(3)', (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('payout_receipts_payout', ['payout_id'], 'payouts', ['id'])
    .execute()
  await db.schema.createIndex('payout_receipts_of_payout').on('payout_receipts').column('payout_id').execute()
  await db.schema.createIndex('payout_receipts_of_file').on('payout_receipts').column('file_id').execute()
}

async function createPayoutShares(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('payout_shares')
    .addColumn('payout_id', id, (column) => column.notNull())
    .addColumn('fund_id', id, (column) => column.notNull())
    .addColumn('amount_minor', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('payout_shares_key', ['payout_id', 'fund_id'])
    .addForeignKeyConstraint('payout_shares_payout', ['payout_id'], 'payouts', ['id'])
    .addForeignKeyConstraint('payout_shares_fund', ['fund_id'], 'funds', ['id'])
    .execute()
  await db.schema.createIndex('payout_shares_of_fund').on('payout_shares').column('fund_id').execute()
}
