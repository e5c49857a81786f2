import { type Kysely, sql } from 'kysely'
import { parseOptions } from '#app/registrations/questions/question-options.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The questions of a survey as their author edits them, retired ones last, with how often each was answered. */
export async function listSurveyQuestions(
  db: Kysely<Database>,
  { surveyId, language, own }: { surveyId: string; language: string; own: string },
) {
  const ids = db.selectFrom('surveyQuestions').select('id').where('surveyId', '=', surveyId)
  const [questions, texts, counts] = await Promise.all([
    db
      .selectFrom('surveyQuestions')
      .selectAll()
      .where('surveyId', '=', surveyId)
      .orderBy('isRetired')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db.selectFrom('surveyQuestionTexts').selectAll().where('questionId', 'in', ids).execute(),
    db
      .selectFrom('surveyAnswers')
      .select(['questionId', sql<number>`count(*)`.as('count')])
      .where('questionId', 'in', ids)
      .groupBy('questionId')
      .execute(),
  ])
  return questions.map((question) => {
    const written = texts.filter(({ questionId }) => questionId === question.id)
    const text = inLanguage(written, language, own)
    return {
      ...question,
      label: text?.label ?? question.code,
      textLanguage: text?.language ?? own,
      texts: written.map(({ language, label, help, options }) => ({
        language,
        label,
        help,
        options: parseOptions(options),
      })),
      isAnswered: counts.some(({ questionId }) => questionId === question.id),
    }
  })
}

export type EditedQuestion = Awaited<ReturnType<typeof listSurveyQuestions>>[number]
