import type { Kysely } from 'kysely'
import { answerSurvey } from '../answering/answer-survey.server.ts'
import { askedOfSurveys } from '../asked-questions.server.ts'
import { changeSurveyStatus } from '../change-survey-status.server.ts'
import { createSurvey } from '../create-survey.server.ts'
import { SURVEY_MODELS } from '../models/models.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Answer } from '#app/registrations/questions/question.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database, SurveyKind } from '#db/schema.ts'

interface SampleSurvey {
  kind: SurveyKind
  /** When it was written and, unless it is still a draft, made ready. */
  at: Instant
  isDraft?: boolean
  /** By the codes of the questions. */
  answered: { registrationId: string; at: Instant; answers: Record<string, Answer> }[]
}

/** Asks the surveys of a sample after their models, and answers them; again without effect. */
export async function askSampleSurveys(
  db: Kysely<Database>,
  { eventId, surveys, actor }: { eventId: string; surveys: SampleSurvey[]; actor: Actor },
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const known = await db.selectFrom('surveys').select('id').where('eventId', '=', eventId).limit(1).execute()
    if (known.length > 0) return
    for (const { kind, at, isDraft, answered } of surveys) {
      const change = { eventId, scope: 'all' as const, now: at, actor }
      const made = await createSurvey(db, { ...change, kind, trackId: null })
      if (!made.ok) throw new Refused(...made.refusals)
      const surveyId = made.value.id
      if (!isDraft) await changeSurveyStatus(db, { ...change, surveyId, to: 'ready' })
      const shown = (await askedOfSurveys(db, { surveyIds: [surveyId], language: 'en', own: 'en' })).get(surveyId)!
      const { isAnonymous } = SURVEY_MODELS[kind]
      for (const { registrationId, answers, at } of answered)
        await answerSurvey(db, { surveyId, registrationId, shown, answers, isAnonymous, now: at })
    }
  })
}
