import { type Kysely, sql } from 'kysely'

const id = 'varchar(36)'
const instant = 'varchar(24)'
const flag = 'integer'
const long = sql`mediumtext`

/** Calls with their forms, applications to them, referees and reviews. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createCalls(db)
  await createCallTexts(db)
  await createCallChoices(db)
  await createCallChoiceTexts(db)
  await createCallRules(db)
  await createCallWaves(db)
  await createCallSections(db)
  await createCallSectionTexts(db)
  await createCallQuestions(db)
  await createCallQuestionTexts(db)
  await createCallQuestionChoices(db)
  await createCallCriteria(db)
  await createCallCriterionTexts(db)
  await createCallCriterionWeights(db)
  await createReviewers(db)
  await createApplications(db)
  await createApplicationChoices(db)
  await createApplicationAnswers(db)
  await createApplicationTeams(db)
  await createReferees(db)
  await createApplicationRedactions(db)
  await createReviews(db)
  await createReviewScores(db)
}

async function createCalls(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calls')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('slug', 'varchar(60)', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('status', 'varchar(16)', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('opens_at', instant)
    .addColumn('closes_at', instant)
    .addColumn('closes_zone', 'varchar(64)')
    .addColumn('grace_minutes', 'integer', (column) => column.notNull())
    .addColumn('referees_until_at', instant)
    .addColumn('review_until_at', instant)
    .addColumn('decide_at', instant)
    .addColumn('referees_wanted', 'integer', (column) => column.notNull())
    .addColumn('employer_wanted', flag, (column) => column.notNull())
    .addColumn('choices_maximum', 'integer', (column) => column.notNull())
    .addColumn('takes_teams', flag, (column) => column.notNull())
    .addColumn('is_blind', flag, (column) => column.notNull())
    .addColumn('hidden', 'varchar(120)', (column) => column.notNull())
    .addColumn('reviewers_each', 'integer', (column) => column.notNull())
    .addColumn('third_gap', 'integer')
    .addColumn('offer_hours', 'integer', (column) => column.notNull())
    .addColumn('no_offers_after_at', instant)
    .addColumn('promotion', 'varchar(16)', (column) => column.notNull())
    .addColumn('visa_days', 'integer', (column) => column.notNull())
    .addColumn('limits', long, (column) => column.notNull())
    .addColumn('report_due_on', 'varchar(10)')
    .addColumn('number_prefix', 'varchar(4)', (column) => column.notNull())
    .addColumn('last_number', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('opened_at', instant)
    .addColumn('created_by', id)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addUniqueConstraint('calls_slug', ['event_id', 'slug'])
    .addForeignKeyConstraint('calls_event', ['event_id'], 'events', ['id'])
    .execute()
  await db.schema.createIndex('calls_closing').on('calls').columns(['status', 'closes_at']).execute()
}

async function createCallTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_texts')
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('title', 'varchar(200)', (column) => column.notNull())
    .addColumn('summary', 'varchar(500)', (column) => column.notNull())
    .addColumn('description', long, (column) => column.notNull())
    .addColumn('deciding', long, (column) => column.notNull())
    .addPrimaryKeyConstraint('call_texts_key', ['call_id', 'language'])
    .addForeignKeyConstraint('call_texts_call', ['call_id'], 'calls', ['id'])
    .execute()
}

async function createCallChoices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_choices')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('code', 'varchar(20)', (column) => column.notNull())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('track_id', id)
    .addColumn('language', 'varchar(16)')
    .addColumn('ticket_type_id', id)
    .addColumn('seats', 'integer')
    .addColumn('is_closed', flag, (column) => column.notNull())
    .addUniqueConstraint('call_choices_code', ['call_id', 'code'])
    .addForeignKeyConstraint('call_choices_call', ['call_id'], 'calls', ['id'])
    .addForeignKeyConstraint('call_choices_event', ['event_id'], 'events', ['id'])
    .execute()
}

async function createCallChoiceTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_choice_texts')
    .addColumn('choice_id', id, (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('name', 'varchar(200)', (column) => column.notNull())
    .addColumn('description', 'varchar(2000)', (column) => column.notNull())
    .addPrimaryKeyConstraint('call_choice_texts_key', ['choice_id', 'language'])
    .addForeignKeyConstraint('call_choice_texts_choice', ['choice_id'], 'call_choices', ['id'])
    .execute()
}

async function createCallRules(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_rules')
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('kind', 'varchar(24)', (column) => column.notNull())
    .addColumn('value', long, (column) => column.notNull())
    .addPrimaryKeyConstraint('call_rules_key', ['call_id', 'kind'])
    .addForeignKeyConstraint('call_rules_call', ['call_id'], 'calls', ['id'])
    .execute()
}

async function createCallWaves(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_waves')
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('starts_at', instant, (column) => column.notNull())
    .addColumn('answer_until_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('call_waves_key', ['call_id', 'number'])
    .addForeignKeyConstraint('call_waves_call', ['call_id'], 'calls', ['id'])
    .execute()
}

async function createCallSections(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_sections')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('code', 'varchar(40)', (column) => column.notNull())
    .addUniqueConstraint('call_sections_code', ['call_id', 'code'])
    .addForeignKeyConstraint('call_sections_call', ['call_id'], 'calls', ['id'])
    .execute()
}

async function createCallSectionTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_section_texts')
    .addColumn('section_id', id, (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('title', 'varchar(200)', (column) => column.notNull())
    .addColumn('help', 'varchar(2000)', (column) => column.notNull())
    .addPrimaryKeyConstraint('call_section_texts_key', ['section_id', 'language'])
    .addForeignKeyConstraint('call_section_texts_section', ['section_id'], 'call_sections', ['id'])
    .execute()
}

async function createCallQuestions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_questions')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('section_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('code', 'varchar(40)', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('is_required', flag, (column) => column.notNull())
    .addColumn('maximum', 'integer')
    .addColumn('is_in_words', flag, (column) => column.notNull())
    .addColumn('is_hidden', flag, (column) => column.notNull())
    .addColumn('meaning', 'varchar(24)', (column) => column.notNull())
    .addColumn('purpose', 'varchar(300)', (column) => column.notNull())
    .addColumn('erase_on', 'varchar(10)')
    .addColumn('shown_when_question_id', id)
    .addColumn('shown_when_value', 'varchar(80)')
    .addColumn('is_retired', flag, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addUniqueConstraint('call_questions_code', ['call_id', 'code'])
    .addForeignKeyConstraint('call_questions_call', ['call_id'], 'calls', ['id'])
    .addForeignKeyConstraint('call_questions_section', ['section_id'], 'call_sections', ['id'])
    .execute()
  await db.schema
    .createIndex('call_questions_of_section')
    .on('call_questions')
    .columns(['section_id', 'position'])
    .execute()
}

async function createCallQuestionTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_question_texts')
    .addColumn('question_id', id, (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('label', 'varchar(500)', (column) => column.notNull())
    .addColumn('help', 'varchar(2000)', (column) => column.notNull())
    .addColumn('options', long, (column) => column.notNull())
    .addPrimaryKeyConstraint('call_question_texts_key', ['question_id', 'language'])
    .addForeignKeyConstraint('call_question_texts_question', ['question_id'], 'call_questions', ['id'])
    .execute()
}

async function createCallQuestionChoices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_question_choices')
    .addColumn('question_id', id, (column) => column.notNull())
    .addColumn('choice_id', id, (column) => column.notNull())
    .addPrimaryKeyConstraint('call_question_choices_key', ['question_id', 'choice_id'])
    .addForeignKeyConstraint('call_question_choices_question', ['question_id'], 'call_questions', ['id'])
    .addForeignKeyConstraint('call_question_choices_choice', ['choice_id'], 'call_choices', ['id'])
    .execute()
}

async function createCallCriteria(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_criteria')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('code', 'varchar(40)', (column) => column.notNull())
    .addColumn('maximum', 'integer', (column) => column.notNull())
    .addUniqueConstraint('call_criteria_code', ['call_id', 'code'])
    .addForeignKeyConstraint('call_criteria_call', ['call_id'], 'calls', ['id'])
    .execute()
}

async function createCallCriterionTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_criterion_texts')
    .addColumn('criterion_id', id, (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('label', 'varchar(200)', (column) => column.notNull())
    .addColumn('help', 'varchar(1000)', (column) => column.notNull())
    .addColumn('anchors', long, (column) => column.notNull())
    .addPrimaryKeyConstraint('call_criterion_texts_key', ['criterion_id', 'language'])
    .addForeignKeyConstraint('call_criterion_texts_criterion', ['criterion_id'], 'call_criteria', ['id'])
    .execute()
}

async function createCallCriterionWeights(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_criterion_weights')
    .addColumn('criterion_id', id, (column) => column.notNull())
    .addColumn('category', 'varchar(16)', (column) => column.notNull())
    .addColumn('weight', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('call_criterion_weights_key', ['criterion_id', 'category'])
    .addForeignKeyConstraint('call_criterion_weights_criterion', ['criterion_id'], 'call_criteria', ['id'])
    .execute()
}

async function createReviewers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reviewers')
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('account_id', id, (column) => column.notNull())
    .addColumn('languages', 'varchar(120)', (column) => column.notNull())
    .addColumn('choice_codes', 'varchar(200)', (column) => column.notNull())
    .addColumn('is_chair', flag, (column) => column.notNull())
    .addColumn('added_by', id)
    .addColumn('added_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('reviewers_key', ['call_id', 'account_id'])
    .addForeignKeyConstraint('reviewers_call', ['call_id'], 'calls', ['id'])
    .execute()
  await db.schema.createIndex('reviewers_of_account').on('reviewers').column('account_id').execute()
}

async function createApplications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('applications')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('code', 'varchar(9)', (column) => column.notNull().unique())
    .addColumn('key_version', 'integer', (column) => column.notNull())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('event_id', id, (column) => column.notNull())
    .addColumn('number', 'integer')
    .addColumn('form_key', 'varchar(64)', (column) => column.notNull().unique())
    .addColumn('active_key', 'varchar(64)', (column) => column.unique())
    .addColumn('person_id', id, (column) => column.notNull())
    .addColumn('account_id', id)
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('channel', 'varchar(16)', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('team_id', id)
    .addColumn('category', 'varchar(16)', (column) => column.notNull())
    .addColumn('residence', 'varchar(2)')
    .addColumn('gender', 'varchar(16)')
    .addColumn('institution_key', 'varchar(191)')
    .addColumn('is_first_time', flag)
    .addColumn('birth_year', 'integer')
    .addColumn('needs_visa', flag)
    .addColumn('asked_minor', 'integer')
    .addColumn('asked_currency', 'varchar(3)')
    .addColumn('eligibility', 'varchar(16)', (column) => column.notNull())
    .addColumn('eligibility_reasons', long, (column) => column.notNull())
    .addColumn('eligibility_by', id)
    .addColumn('eligibility_note', 'varchar(1000)', (column) => column.notNull())
    .addColumn('missing', long, (column) => column.notNull())
    .addColumn('reached', 'varchar(40)', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('score', 'integer')
    .addColumn('spread', 'integer')
    .addColumn('review_count', 'integer', (column) => column.notNull())
    .addColumn('started_at', instant, (column) => column.notNull())
    .addColumn('saved_at', instant, (column) => column.notNull())
    .addColumn('submitted_at', instant)
    .addColumn('withdrawn_at', instant)
    .addColumn('reminded_at', instant)
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addColumn('note', 'varchar(2000)', (column) => column.notNull())
    .addForeignKeyConstraint('applications_call', ['call_id'], 'calls', ['id'])
    .addForeignKeyConstraint('applications_event', ['event_id'], 'events', ['id'])
    .addForeignKeyConstraint('applications_person', ['person_id'], 'people', ['id'])
    .execute()
  await db.schema
    .createIndex('applications_of_call')
    .on('applications')
    .columns(['call_id', 'state', 'number'])
    .execute()
  await db.schema.createIndex('applications_ranked').on('applications').columns(['call_id', 'score']).execute()
  await db.schema.createIndex('applications_of_person').on('applications').column('person_id').execute()
  await db.schema.createIndex('applications_of_account').on('applications').column('account_id').execute()
  await db.schema.createIndex('applications_of_event').on('applications').column('event_id').execute()
  await db.schema.createIndex('applications_of_team').on('applications').column('team_id').execute()
}

async function createApplicationChoices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('application_choices')
    .addColumn('application_id', id, (column) => column.notNull())
    .addColumn('wish', 'integer', (column) => column.notNull())
    .addColumn('choice_id', id, (column) => column.notNull())
    .addPrimaryKeyConstraint('application_choices_key', ['application_id', 'wish'])
    .addForeignKeyConstraint('application_choices_application', ['application_id'], 'applications', ['id'])
    .addForeignKeyConstraint('application_choices_choice', ['choice_id'], 'call_choices', ['id'])
    .execute()
  await db.schema
    .createIndex('application_choices_of_choice')
    .on('application_choices')
    .columns(['choice_id', 'wish'])
    .execute()
}

async function createApplicationAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('application_answers')
    .addColumn('application_id', id, (column) => column.notNull())
    .addColumn('question_id', id, (column) => column.notNull())
    .addColumn('value', long, (column) => column.notNull())
    .addColumn('asked', long, (column) => column.notNull())
    .addColumn('question_version', 'integer', (column) => column.notNull())
    .addColumn('answered_at', instant, (column) => column.notNull())
    .addColumn('erased_at', instant)
    .addPrimaryKeyConstraint('application_answers_key', ['application_id', 'question_id'])
    .addForeignKeyConstraint('application_answers_application', ['application_id'], 'applications', ['id'])
    .addForeignKeyConstraint('application_answers_question', ['question_id'], 'call_questions', ['id'])
    .execute()
  await db.schema
    .createIndex('application_answers_of_question')
    .on('application_answers')
    .column('question_id')
    .execute()
}

async function createApplicationTeams(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('application_teams')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('code', 'varchar(9)', (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addUniqueConstraint('application_teams_code', ['call_id', 'code'])
    .addForeignKeyConstraint('application_teams_call', ['call_id'], 'calls', ['id'])
    .execute()
}

async function createReferees(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('referees')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('application_id', id, (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('full_name', 'varchar(200)', (column) => column.notNull())
    .addColumn('email', 'varchar(191)', (column) => column.notNull())
    .addColumn('email_key', 'varchar(191)', (column) => column.notNull())
    .addColumn('language', 'varchar(16)', (column) => column.notNull())
    .addColumn('key_version', 'integer', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('letter', long)
    .addColumn('file_id', id)
    .addColumn('facts', long, (column) => column.notNull())
    .addColumn('asked_at', instant)
    .addColumn('reminded_at', instant)
    .addColumn('answered_at', instant)
    .addColumn('updated_at', instant, (column) => column.notNull())
    .addUniqueConstraint('referees_address', ['application_id', 'kind', 'email_key'])
    .addForeignKeyConstraint('referees_application', ['application_id'], 'applications', ['id'])
    .execute()
  await db.schema.createIndex('referees_due').on('referees').columns(['state', 'reminded_at']).execute()
  await db.schema.createIndex('referees_of_file').on('referees').column('file_id').execute()
}

async function createApplicationRedactions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('application_redactions')
    .addColumn('file_id', id, (column) => column.primaryKey())
    .addColumn('application_id', id, (column) => column.notNull())
    .addColumn('copy_id', id)
    .addColumn('is_clean', flag, (column) => column.notNull())
    .addColumn('made_by', id, (column) => column.notNull())
    .addColumn('made_at', instant, (column) => column.notNull())
    .addForeignKeyConstraint('application_redactions_application', ['application_id'], 'applications', ['id'])
    .execute()
  await db.schema
    .createIndex('application_redactions_of_application')
    .on('application_redactions')
    .column('application_id')
    .execute()
  await db.schema.createIndex('application_redactions_of_copy').on('application_redactions').column('copy_id').execute()
}

async function createReviews(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reviews')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('call_id', id, (column) => column.notNull())
    .addColumn('application_id', id, (column) => column.notNull())
    .addColumn('account_id', id, (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('is_third', flag, (column) => column.notNull())
    .addColumn('private_comment', long, (column) => column.notNull())
    .addColumn('shared_comment', long, (column) => column.notNull())
    .addColumn('reason', long, (column) => column.notNull())
    .addColumn('total', 'integer')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('assigned_by', id)
    .addColumn('assigned_at', instant, (column) => column.notNull())
    .addColumn('saved_at', instant)
    .addColumn('submitted_at', instant)
    .addUniqueConstraint('reviews_once', ['application_id', 'account_id'])
    .addForeignKeyConstraint('reviews_call', ['call_id'], 'calls', ['id'])
    .addForeignKeyConstraint('reviews_application', ['application_id'], 'applications', ['id'])
    .execute()
  await db.schema.createIndex('reviews_of_reviewer').on('reviews').columns(['account_id', 'call_id', 'state']).execute()
  await db.schema.createIndex('reviews_of_call').on('reviews').columns(['call_id', 'state']).execute()
}

async function createReviewScores(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_scores')
    .addColumn('review_id', id, (column) => column.notNull())
    .addColumn('criterion_id', id, (column) => column.notNull())
    .addColumn('score', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('review_scores_key', ['review_id', 'criterion_id'])
    .addForeignKeyConstraint('review_scores_review', ['review_id'], 'reviews', ['id'])
    .addForeignKeyConstraint('review_scores_criterion', ['criterion_id'], 'call_criteria', ['id'])
    .execute()
}
