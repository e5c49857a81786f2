import { type Kysely, sql } from 'kysely'
import { changeSurvey, type SurveyChange } from '../change-survey.server.ts'
import type { SurveyQuestionForm } from './survey-question-form.ts'
import { hasOptions, parseOptions, sameOptions, withValues } from '#app/registrations/questions/question-options.ts'
import { type QuestionOption, valuesOf } from '#app/registrations/questions/question.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * Adds a question to a survey, or changes one, with its texts in one language. Answers are never touched: an option
 * keeps its value whatever its label becomes, and the kind of a question that was answered stays.
 */
export async function saveSurveyQuestion(
  db: Kysely<Database>,
  { questionId, form, ...change }: SurveyChange & { questionId: string | null; form: SurveyQuestionForm },
): Promise<Result<{ id: string }, 'kind-answered' | 'gone' | 'busy'>> {
  return await changeSurvey<{ id: string }, 'kind-answered' | 'gone'>(db, change, async (db, survey) => {
    const all = await db
      .selectFrom('surveyQuestions')
      .select(['id', 'kind', 'position'])
      .where('surveyId', '=', survey.id)
      .execute()
    const known = all.find(({ id }) => id === questionId)
    if (questionId !== null && !known) throw new Refused({ code: 'gone' as const })
    const answered = known ? await chosenValues(db, known.id) : []
    if (known && known.kind !== form.kind && answered.length > 0)
      throw new Refused({ code: 'kind-answered' as const, field: 'kind' })
    const options = hasOptions(form.kind) ? withValues(form.options, answered) : []
    const columns = {
      kind: form.kind,
      isRequired: flag(form.isRequired),
      isRetired: flag(!form.isAsked),
      maximum: form.maximum,
      meaning: form.meaning ?? '',
    } as const
    const id = known?.id ?? newId(change.now)
    if (known) {
      await db
        .updateTable('surveyQuestions')
        .set({ ...columns, version: sql`version + 1` })
        .where('id', '=', id)
        .execute()
    } else {
      const position = Math.max(-1, ...all.map((one) => one.position)) + 1
      const code = `q-${id.slice(-12)}`
      await db
        .insertInto('surveyQuestions')
        .values({ id, surveyId: survey.id, position, code, version: 1, ...columns })
        .execute()
    }
    await saveTexts(db, { questionId: id, form, options })
    return {
      value: { id },
      done: {
        action: known ? 'survey-question.changed' : 'survey-question.added',
        objectKind: 'survey-question',
        objectId: id,
        after: { ...columns, label: form.label, textLanguage: form.textLanguage },
      },
    }
  })
}

/** Every value that somebody chose; none when nobody answered. */
async function chosenValues(db: Kysely<Database>, questionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('surveyAnswers')
    .select('value')
    .distinct()
    .where('questionId', '=', questionId)
    .execute()
  return rows.flatMap(({ value }) => (value === '' ? [''] : valuesOf(value)))
}

async function saveTexts(
  db: Kysely<Database>,
  { questionId, form, options }: { questionId: string; form: SurveyQuestionForm; options: QuestionOption[] },
): Promise<void> {
  const { textLanguage: language, label, help } = form
  const texts = await db.selectFrom('surveyQuestionTexts').selectAll().where('questionId', '=', questionId).execute()
  await db
    .deleteFrom('surveyQuestionTexts')
    .where('questionId', '=', questionId)
    .where('language', '=', language)
    .execute()
  await db
    .insertInto('surveyQuestionTexts')
    .values({ questionId, language, label, help, options: JSON.stringify(options) })
    .execute()
  for (const other of texts.filter((text) => text.language !== language))
    await db
      .updateTable('surveyQuestionTexts')
      .set({ options: JSON.stringify(sameOptions(options, parseOptions(other.options))) })
      .where('questionId', '=', questionId)
      .where('language', '=', other.language)
      .execute()
}
