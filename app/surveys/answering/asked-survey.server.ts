import type { Kysely } from 'kysely'
import { askedOfSurveys } from '../asked-questions.server.ts'
import { isAskedOf } from '../survey.ts'
import { surveyStanding } from '../survey-window.ts'
import type { SurveyedSeat } from './seat-surveys.server.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** One survey as somebody with a seat is asked it, with what they said before where it is kept with their name. */
export async function askedSurvey(
  db: Kysely<Database>,
  { surveyId, seat, language, now }: { surveyId: string; seat: SurveyedSeat; language: string; now: Instant },
) {
  const survey = await db
    .selectFrom('surveys')
    .leftJoin('tracks', 'tracks.id', 'surveys.trackId')
    .selectAll('surveys')
    .select('tracks.code as trackCode')
    .where('surveys.id', '=', surveyId)
    .where('surveys.eventId', '=', seat.event.id)
    .where('surveys.status', '<>', 'draft')
    .executeTakeFirst()
  if (!survey || !isAskedOf(survey, seat)) return null
  const standing = surveyStanding(survey, seat.event, now)
  const heldOn = standing.is === 'open' ? standing.heldOn : ''
  const [texts, asked, turnout, given] = await Promise.all([
    db.selectFrom('surveyTexts').selectAll().where('surveyId', '=', surveyId).execute(),
    askedOfSurveys(db, { surveyIds: [surveyId], language, own: seat.event.language }),
    db
      .selectFrom('surveyTurnouts')
      .select('heldOn')
      .where('surveyId', '=', surveyId)
      .where('registrationId', '=', seat.id)
      .where('heldOn', '=', heldOn)
      .executeTakeFirst(),
    db
      .selectFrom('surveyResponses')
      .innerJoin('surveyAnswers', 'surveyAnswers.responseId', 'surveyResponses.id')
      .select(['surveyAnswers.questionId', 'surveyAnswers.value'])
      .where('surveyResponses.registrationId', '=', seat.id)
      .where('surveyResponses.surveyId', '=', surveyId)
      .where('surveyResponses.heldOn', '=', heldOn)
      .execute(),
  ])
  const questions = asked.get(surveyId) ?? []
  const text = inLanguage(texts, language, seat.event.language)
  const { id, kind, isAnonymous, minimum, trackCode } = survey
  return {
    id,
    kind,
    isAnonymous: isAnonymous === 1,
    minimum,
    trackCode,
    title: text?.title ?? '',
    intro: text?.intro ?? '',
    language: text?.language ?? seat.event.language,
    standing,
    questions,
    isAnswered: turnout !== undefined,
    answers: Object.fromEntries(
      questions.flatMap(({ id, code }) => {
        const answer = given.find(({ questionId }) => questionId === id)
        return answer ? [[code, valuesOf(answer.value)]] : []
      }),
    ),
  }
}
