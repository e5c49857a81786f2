import { type Kysely, type Selectable, sql } from 'kysely'
import { mayWrite, type SurveyScope } from './find-survey.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, SurveysTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Which survey somebody changes, and who. */
export interface SurveyChange {
  eventId: string
  surveyId: string
  scope: SurveyScope
  now: Instant
  actor: Actor
}

export interface Done {
  action: string
  objectKind?: string
  objectId?: string
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/**
 * One change of a survey and of what belongs to it, with its entry in the log. `version` grows with each, so that two
 * who write the same survey notice.
 */
export async function changeSurvey<T, Code extends string>(
  db: Kysely<Database>,
  { eventId, surveyId, scope, now, actor }: SurveyChange,
  work: (db: Kysely<Database>, survey: Selectable<SurveysTable>) => Promise<{ value: T; done: Done | null }>,
): Promise<Result<T, Code | 'gone' | 'busy'>> {
  return await transact<T, Code | 'gone'>(db, async (db) => {
    // First of all, so that changes of one survey stand in line and none of them reads what another is about to write.
    await db
      .updateTable('surveys')
      .set({ version: sql`version + 1`, updatedAt: now })
      .where('id', '=', surveyId)
      .where('eventId', '=', eventId)
      .execute()
    const survey = await db
      .selectFrom('surveys')
      .selectAll()
      .where('id', '=', surveyId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!survey || !mayWrite(scope, survey)) throw new Refused({ code: 'gone' as const })
    const { value, done } = await work(db, survey)
    if (done) await recordAudit(db, now, [{ actor, eventId, objectKind: 'survey', objectId: surveyId, ...done }])
    return value
  })
}

/** Whether somebody has answered: what was promised to them stays. */
export async function isSurveyAnswered(db: Kysely<Database>, surveyId: string): Promise<boolean> {
  const one = await db
    .selectFrom('surveyTurnouts')
    .select('surveyId')
    .where('surveyId', '=', surveyId)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}
