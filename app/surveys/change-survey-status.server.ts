import type { Kysely } from 'kysely'
import { changeSurvey, isSurveyAnswered, type SurveyChange } from './change-survey.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, SurveysTable } from '#db/schema.ts'

export type StatusRefusal = 'survey-empty' | 'survey-over' | 'survey-promised' | 'survey-state'

/**
 * A draft becomes `ready`, which opens at its time; whatever is ready is `closed` by hand or by its date; back to a
 * draft it goes only while nobody has answered.
 */
export async function changeSurveyStatus(
  db: Kysely<Database>,
  { to, ...change }: SurveyChange & { to: SurveysTable['status'] },
): Promise<Result<null, StatusRefusal | 'gone' | 'busy'>> {
  const { now } = change
  return await changeSurvey<null, StatusRefusal>(db, change, async (db, survey) => {
    const { status: from, closesAt } = survey
    if (from === to) return { value: null, done: null }
    if (from !== (to === 'ready' ? 'draft' : 'ready')) throw new Refused({ code: 'survey-state' as const })
    if (to === 'ready') {
      const question = await db
        .selectFrom('surveyQuestions')
        .select('id')
        .where('surveyId', '=', survey.id)
        .where('isRetired', '=', 0)
        .limit(1)
        .executeTakeFirst()
      if (!question) throw new Refused({ code: 'survey-empty' as const })
      if (closesAt === null || closesAt <= now) throw new Refused({ code: 'survey-over' as const })
    }
    if (to === 'draft' && (await isSurveyAnswered(db, survey.id)))
      throw new Refused({ code: 'survey-promised' as const })
    // Closed by hand is closed from now on, for everything that goes by the date.
    const isEarly = to === 'closed' && (closesAt === null || closesAt > now)
    await db
      .updateTable('surveys')
      .set({ status: to, ...(isEarly ? { closesAt: now } : {}) })
      .where('id', '=', survey.id)
      .execute()
    return { value: null, done: { action: `survey.${to}`, before: { status: from }, after: { status: to } } }
  })
}
