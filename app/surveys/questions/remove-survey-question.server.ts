import type { Kysely } from 'kysely'
import { changeSurvey, type SurveyChange } from '../change-survey.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Removes a question of a survey; one that was answered is retired instead: no longer asked, its answers kept. */
export async function removeSurveyQuestion(
  db: Kysely<Database>,
  { questionId, ...change }: SurveyChange & { questionId: string },
): Promise<Result<{ isRetired: boolean }, 'gone' | 'busy'>> {
  return await changeSurvey<{ isRetired: boolean }, 'gone'>(db, change, async (db, survey) => {
    const question = await db
      .selectFrom('surveyQuestions')
      .select('code')
      .where('id', '=', questionId)
      .where('surveyId', '=', survey.id)
      .executeTakeFirst()
    if (!question) throw new Refused({ code: 'gone' as const })
    const answer = await db
      .selectFrom('surveyAnswers')
      .select('questionId')
      .where('questionId', '=', questionId)
      .limit(1)
      .executeTakeFirst()
    if (answer) {
      await db.updateTable('surveyQuestions').set({ isRetired: 1 }).where('id', '=', questionId).execute()
    } else {
      await db.deleteFrom('surveyQuestionTexts').where('questionId', '=', questionId).execute()
      await db.deleteFrom('surveyQuestions').where('id', '=', questionId).execute()
    }
    return {
      value: { isRetired: answer !== undefined },
      done: {
        action: answer ? 'survey-question.retired' : 'survey-question.removed',
        objectKind: 'survey-question',
        objectId: questionId,
        before: { code: question.code },
      },
    }
  })
}
