import type { Kysely } from 'kysely'
import { changeSurvey, type SurveyChange } from '../change-survey.server.ts'
import { swapPlaces } from '#app/events/swap-places.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** One place up or down among the questions that are asked. */
export async function moveSurveyQuestion(
  db: Kysely<Database>,
  { questionId, by, ...change }: SurveyChange & { questionId: string; by: -1 | 1 },
): Promise<Result<null, 'gone' | 'busy'>> {
  return await changeSurvey<null, 'gone'>(db, change, async (db, survey) => {
    const all = await db
      .selectFrom('surveyQuestions')
      .select(['id', 'position'])
      .where('surveyId', '=', survey.id)
      .where('isRetired', '=', 0)
      .orderBy('position')
      .orderBy('id')
      .execute()
    if (!all.some(({ id }) => id === questionId)) throw new Refused({ code: 'gone' as const })
    const isMoved = await swapPlaces(db, 'surveyQuestions', all, { id: questionId, by })
    const done = {
      action: 'survey-question.moved',
      objectKind: 'survey-question',
      objectId: questionId,
      after: { by },
    }
    return { value: null, done: isMoved ? done : null }
  })
}
