import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Takes away what somebody answered with their name, and that they answered at all. What was answered without a name
 * stays: nobody can tell any more whose it was.
 */
export async function eraseSurveyAnswers(db: Kysely<Database>, registrationId: string): Promise<void> {
  const responses = db.selectFrom('surveyResponses').select('id').where('registrationId', '=', registrationId)
  await db.deleteFrom('surveyAnswers').where('responseId', 'in', responses).execute()
  await db.deleteFrom('surveyResponses').where('registrationId', '=', registrationId).execute()
  await db.deleteFrom('surveyTurnouts').where('registrationId', '=', registrationId).execute()
}
