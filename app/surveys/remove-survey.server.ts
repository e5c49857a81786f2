import type { Kysely } from 'kysely'
import { changeSurvey, isSurveyAnswered, type SurveyChange } from './change-survey.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Removes a survey that nobody has answered and no certificate waits for. */
export async function removeSurvey(
  db: Kysely<Database>,
  change: SurveyChange,
): Promise<Result<null, 'survey-answered' | 'survey-needed' | 'gone' | 'busy'>> {
  return await changeSurvey<null, 'survey-answered' | 'survey-needed'>(db, change, async (db, { id, kind }) => {
    if (await isSurveyAnswered(db, id)) throw new Refused({ code: 'survey-answered' as const })
    const needed = await db
      .selectFrom('certificateRules')
      .select('eventId')
      .where('needsSurveyId', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (needed) throw new Refused({ code: 'survey-needed' as const })
    const questions = db.selectFrom('surveyQuestions').select('id').where('surveyId', '=', id)
    await db.deleteFrom('surveyQuestionTexts').where('questionId', 'in', questions).execute()
    await db.deleteFrom('surveyQuestions').where('surveyId', '=', id).execute()
    await db.deleteFrom('surveyTexts').where('surveyId', '=', id).execute()
    await db.deleteFrom('surveys').where('id', '=', id).execute()
    return { value: null, done: { action: 'survey.removed', before: { kind } } }
  })
}
