import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

const id = 'varchar(36)'
const instant = 'varchar(24)'
const flag = 'integer'
const long = sql`mediumtext`

/** Surveys: before, each day, at the end, months later. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createSurveys(db)
  await createSurveyTexts(db)
  await createSurveyQuestions(db)
  await createSurveyQuestionTexts(db)
  await createSurveyResponses(db)
  await createSurveyAnswers(db)
  await createSurveyTurnouts(db)
}

async function createSurveys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('surveys')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('track_id', id)
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('is_anonymous', flag, (column) => column.notNull())
    .addColumn('minimum', 'integer', (column) => column.notNull())
    .addColumn('status', 'varchar(16)', (column) => column.notNull())
    .addColumn('opens_at', instant)
    .addColumn('closes_at', instant)
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_by', id)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('surveys_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema.createIndex('surveys_of_event').on('surveys').columns(['event_id', 'position']).execute()
  await db.schema.createIndex('surveys_opening').on('surveys').columns(['status', 'opens_at']).execute()
}

async function createSurveyTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey_texts')
    .addColumn('survey_id', id, (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('title', 'varchar(200)', (column) => column.notNull())
    .addColumn('intro', 'varchar(2000)', (column) => column.notNull())
    .addPrimaryKeyConstraint('survey_texts_key', ['survey_id', 'language'])
    .addForeignKeyConstraint('survey_texts_survey', ['survey_id'], 'surveys', ['id'])
    .execute()
}

async function createSurveyQuestions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey_questions')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('survey_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('code', 'varchar(40)', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('is_required', flag, (column) => column.notNull())
    .addColumn('maximum', 'integer')
    .addColumn('meaning', 'varchar(16)', (column) => column.notNull())
    .addColumn('is_retired', flag, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addUniqueConstraint('survey_questions_code', ['survey_id', 'code'])
    .addForeignKeyConstraint('survey_questions_survey', ['survey_id'], 'surveys', ['id'])
    .execute()
}

async function createSurveyQuestionTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey_question_texts')
    .addColumn('question_id', id, (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('label', 'varchar(500)', (column) => column.notNull())
    .addColumn('help', 'varchar(1000)', (column) => column.notNull())
    .addColumn('options', long, (column) => column.notNull())
    .addPrimaryKeyConstraint('survey_question_texts_key', ['question_id', 'language'])
    .addForeignKeyConstraint('survey_question_texts_question', ['question_id'], 'survey_questions', ['id'])
    .execute()
}

async function createSurveyResponses(db: Kysely<unknown>): Promise<void> {
  const table = db.schema
    .createTable('survey_responses')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('survey_id', id, (column) => column.notNull())
    .addColumn('registration_id', id)
    .addColumn('track_id', id)
    .addColumn('held_on', 'varchar(10)', (column) => column.notNull())
    .addForeignKeyConstraint('survey_responses_survey', ['survey_id'], 'surveys', ['id'])
  await inKeyOrder(db, table).execute()
  await db.schema
    .createIndex('survey_responses_of_survey')
    .on('survey_responses')
    .columns(['survey_id', 'held_on'])
    .execute()
  await db.schema
    .createIndex('survey_responses_of_registration')
    .on('survey_responses')
    .column('registration_id')
    .execute()
}

async function createSurveyAnswers(db: Kysely<unknown>): Promise<void> {
  const table = db.schema
    .createTable('survey_answers')
    .addColumn('response_id', id, (column) => column.notNull())
    .addColumn('question_id', id, (column) => column.notNull())
    .addColumn('value', long, (column) => column.notNull())
    .addPrimaryKeyConstraint('survey_answers_key', ['response_id', 'question_id'])
    .addForeignKeyConstraint('survey_answers_response', ['response_id'], 'survey_responses', ['id'])
    .addForeignKeyConstraint('survey_answers_question', ['question_id'], 'survey_questions', ['id'])
  await inKeyOrder(db, table).execute()
}

async function createSurveyTurnouts(db: Kysely<unknown>): Promise<void> {
  const table = db.schema
    .createTable('survey_turnouts')
    .addColumn('survey_id', id, (column) => column.notNull())
    .addColumn('registration_id', id, (column) => column.notNull())
    .addColumn('held_on', 'varchar(10)', (column) => column.notNull())
    .addColumn('answered_on', 'varchar(10)', (column) => column.notNull())
    .addPrimaryKeyConstraint('survey_turnouts_key', ['survey_id', 'registration_id', 'held_on'])
    .addForeignKeyConstraint('survey_turnouts_survey', ['survey_id'], 'surveys', ['id'])
    .addForeignKeyConstraint('survey_turnouts_registration', ['registration_id'], 'registrations', ['id'])
  await inKeyOrder(db, table).execute()
}

/**
 * InnoDB keeps rows in the order of their key, SQLite in that of their arrival unless it is told: of people and of what
 * they answered without a name, that order would say who wrote what.
 */
function inKeyOrder<Name extends string, Column extends string>(
  db: Kysely<unknown>,
  table: CreateTableBuilder<Name, Column>,
): CreateTableBuilder<Name, Column> {
  return db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`without rowid`) : table
}
