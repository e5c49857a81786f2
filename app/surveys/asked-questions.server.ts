import type { Kysely } from 'kysely'
import type { SurveyQuestion } from './survey.ts'
import { parseOptions } from '#app/registrations/questions/question-options.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database, SurveyQuestionsTable } from '#db/schema.ts'

/** What surveys ask now, in their order and in the reader's language, by the survey's id: two queries. */
export async function askedOfSurveys(
  db: Kysely<Database>,
  {
    surveyIds,
    language,
    own,
    withRetired = false,
  }: {
    surveyIds: string[]
    language: string
    /** The event's own language, for what is not written in the reader's. */
    own: string
    withRetired?: boolean
  },
): Promise<Map<string, SurveyQuestion[]>> {
  if (surveyIds.length === 0) return new Map()
  const [rows, texts] = await Promise.all([
    db
      .selectFrom('surveyQuestions')
      .selectAll()
      .where('surveyId', 'in', surveyIds)
      .$if(!withRetired, (query) => query.where('isRetired', '=', 0))
      .orderBy('isRetired')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('surveyQuestionTexts as text')
      .innerJoin('surveyQuestions', 'surveyQuestions.id', 'text.questionId')
      .selectAll('text')
      .where('surveyQuestions.surveyId', 'in', surveyIds)
      .execute(),
  ])
  const textsOf = Map.groupBy(texts, ({ questionId }) => questionId)
  return Map.groupBy(
    rows.map((row) => ({
      surveyId: row.surveyId,
      ...asked(row, inLanguage(textsOf.get(row.id) ?? [], language, own), own),
    })),
    ({ surveyId }) => surveyId,
  )
}

type Text = { language: string; label: string; help: string; options: string }

function asked(row: SurveyQuestionsTable, text: Text | undefined, own: string): SurveyQuestion {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    isRequired: row.isRequired === 1,
    label: text?.label ?? row.code,
    help: text?.help ?? '',
    language: text?.language ?? own,
    options: parseOptions(text?.options ?? ''),
    ticketTypeIds: [],
    trackIds: [],
    stage: 'before-event',
    version: row.version,
    shownWhen: null,
    maximum: row.maximum,
    meaning: row.meaning,
  }
}
