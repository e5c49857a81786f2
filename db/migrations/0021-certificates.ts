import { type Kysely, sql } from 'kysely'

const id = 'varchar(36)'
const instant = 'varchar(24)'
const flag = 'integer'
const long = sql`mediumtext`

/** Certificates: who gets one, the spelling of names, what was issued. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createCertificateRules(db)
  await createCertificateTexts(db)
  await createCertificateSignatories(db)
  await createCertificateNames(db)
  await createCertificateExceptions(db)
  await createCertificates(db)
  await createCertificateVersions(db)
  await createCertificateKeys(db)
}

async function createCertificateRules(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificate_rules')
    .addColumn('event_id', id, (column) => column.primaryKey())
    .addColumn('minimum_share', 'integer', (column) => column.notNull())
    .addColumn('needs_survey_id', id)
    .addColumn('needs_name', flag, (column) => column.notNull())
    .addColumn('needs_sign_off', flag, (column) => column.notNull())
    .addColumn('hours', 'integer', (column) => column.notNull())
    .addColumn('names_until_at', instant)
    .addColumn('names_asked_at', instant)
    .addColumn('issuing_by', id)
    .addColumn('issuing_at', instant)
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('certificate_rules_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createCertificateTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificate_texts')
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('track_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('body', 'varchar(1000)', (column) => column.notNull())
    .addPrimaryKeyConstraint('certificate_texts_key', ['event_id', 'track_id', 'language'])
    .addForeignKeyConstraint('certificate_texts_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createCertificateSignatories(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificate_signatories')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('track_id', 'varchar(36)', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('full_name', 'varchar(200)', (column) => column.notNull())
    .addColumn('latin_name', 'varchar(200)')
    .addColumn('title', 'varchar(200)', (column) => column.notNull())
    .addForeignKeyConstraint('certificate_signatories_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createCertificateNames(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificate_names')
    .addColumn('registration_id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('name', 'varchar(200)', (column) => column.notNull())
    .addColumn('latin_name', 'varchar(200)')
    .addColumn('confirmed_at', instant)
    .addColumn('confirmed_by', 'varchar(16)', (column) => column.notNull())
    .addColumn('signed_off_by', id)
    .addColumn('signed_off_at', instant)
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('certificate_names_registration', ['registration_id'], 'registrations', ['id'])
    .addForeignKeyConstraint('certificate_names_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createCertificateExceptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificate_exceptions')
    .addColumn('registration_id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('decision', 'varchar(16)', (column) => column.notNull())
    .addColumn('reason', 'varchar(300)', (column) => column.notNull())
    .addColumn('decided_by', id)
    .addColumn('decided_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('certificate_exceptions_registration', ['registration_id'], 'registrations', ['id'])
    .addForeignKeyConstraint('certificate_exceptions_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createCertificates(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificates')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('serial', 'varchar(16)', (column) => column.notNull().unique())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('registration_id', id, (column) => column.notNull())
    .addColumn('person_id', id, (column) => column.notNull())
    .addColumn('active_key', id, (column) => column.unique())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', long, (column) => column.notNull())
    .addColumn('signature', long, (column) => column.notNull())
    .addColumn('key_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('issued_by', id)
    .addColumn('issued_at', instant, (column) => column.notNull())
    .addColumn('revoked_by', id)
    .addColumn('revoked_at', instant)
    .addColumn('reason', 'varchar(300)', (column) => column.notNull())
    .addColumn('erased_at', instant)
    .addUniqueConstraint('certificates_number', ['event_id', 'number'])
    .execute()
  await db.schema.createIndex('certificates_of_registration').on('certificates').column('registration_id').execute()
}

async function createCertificateVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificate_versions')
    .addColumn('certificate_id', id, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', long, (column) => column.notNull())
    .addColumn('signature', long, (column) => column.notNull())
    .addColumn('key_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('reason', 'varchar(300)', (column) => column.notNull())
    .addColumn('issued_by', id)
    .addColumn('issued_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('certificate_versions_key', ['certificate_id', 'version'])
    .addForeignKeyConstraint('certificate_versions_certificate', ['certificate_id'], 'certificates', ['id'])
    .execute()
}

async function createCertificateKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificate_keys')
    .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('public_key', 'varchar(120)', (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .execute()
}
