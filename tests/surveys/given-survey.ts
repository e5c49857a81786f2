import type { Kysely } from 'kysely'
import { answerSurvey } from '#app/surveys/answering/answer-survey.server.ts'
import { askedOfSurveys } from '#app/surveys/asked-questions.server.ts'
import { changeSurveyStatus } from '#app/surveys/change-survey-status.server.ts'
import { createSurvey } from '#app/surveys/create-survey.server.ts'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { NOW } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import type { Database, SurveyKind, SurveysTable } from '#db/schema.ts'

export const SYSTEM = { kind: 'system' } as const

/** A course in Kigali, 14 to 18 June 2027, with two tracks, and this many people in each. */
export async function givenCourse(db: Kysely<Database>, [first, second]: [number, number] = [6, 6]) {
  const event = await givenEvent(db, { tickets: [{ seats: 1000 }] })
  const tracks = [await givenTrack(db, event.id, 'A'), await givenTrack(db, event.id, 'B')] as const
  const seats = await givenParticipants(
    db,
    event,
    Array.from({ length: first + second }, (_, at) => ({ fullName: `Person ${at}` })),
  )
  for (const [at, id] of seats.entries())
    await db
      .updateTable('registrations')
      .set({ trackId: at < first ? tracks[0] : tracks[1] })
      .where('id', '=', id)
      .execute()
  return { event, tracks, seats }
}

/** A survey after the model of its kind, ready to be answered. */
export async function givenSurvey(
  db: Kysely<Database>,
  { eventId, kind = 'end', trackId = null, ...given }: { eventId: string; kind?: SurveyKind } & Partial<SurveysTable>,
): Promise<string> {
  const by = { eventId, scope: 'all' as const, now: NOW, actor: SYSTEM }
  const created = await createSurvey(db, { ...by, kind, trackId })
  if (!created.ok) throw new Error(JSON.stringify(created.refusals))
  const surveyId = created.value.id
  await db
    .updateTable('surveys')
    .set({ minimum: 5, ...given })
    .where('id', '=', surveyId)
    .execute()
  const ready = await changeSurveyStatus(db, { ...by, surveyId, to: 'ready' })
  if (!ready.ok) throw new Error(JSON.stringify(ready.refusals))
  return surveyId
}

/** Somebody's answers by the questions' codes, as the page keeps them. */
export async function whenAnswered(
  db: Kysely<Database>,
  {
    surveyId,
    registrationId,
    answers,
    now,
    isAnonymous = true,
  }: {
    surveyId: string
    registrationId: string
    answers: Record<string, string | string[]>
    now: string
    isAnonymous?: boolean
  },
) {
  const shown = (await askedOfSurveys(db, { surveyIds: [surveyId], language: 'en', own: 'en' })).get(surveyId)!
  return await answerSurvey(db, { surveyId, registrationId, shown, answers, isAnonymous, now })
}
