import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { askedOfSurveys } from '../asked-questions.server.ts'
import type { ListedSurvey } from '../find-survey.server.ts'
import type { SurveyQuestion } from '../survey.ts'
import { isSettled } from '../survey-window.ts'
import { type CountedAnswer, isRead, type View } from './tally.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What was answered to a survey and may be counted now, the questions with it, and the days of a daily one. */
export interface Results {
  questions: SurveyQuestion[]
  rows: CountedAnswer[]
  /** That may be looked at, in order; [''] where the survey is not asked daily. */
  days: string[]
  /** How many filled it in, by track ('' for none). */
  people: Map<string, number>
  /** Null where answers have names. */
  minimum: number | null
}

/**
 * The results of a survey, counted by the database. Of an anonymous one only what nothing can be added to any more: the
 * days that are over, or all of it once it is closed.
 */
export async function readResults(
  db: Kysely<Database>,
  { survey, language, now }: { survey: ListedSurvey; language: string; now: Instant },
): Promise<Results> {
  const asked = await askedOfSurveys(db, {
    surveyIds: [survey.id],
    language,
    own: survey.event.language,
    withRetired: true,
  })
  const questions = asked.get(survey.id) ?? []
  const [found, people] = await Promise.all([countAnswers(db, survey.id, questions), countPeople(db, survey.id)])
  const minimum = survey.isAnonymous === 1 ? survey.minimum : null
  const isOpenToSee = (heldOn: string) => minimum === null || isSettled(survey, survey.event, { heldOn, now })
  const rows = found.filter(({ heldOn }) => isOpenToSee(heldOn))
  const days = survey.kind === 'daily' ? [...new Set(rows.map(({ heldOn }) => heldOn))].toSorted() : ['']
  return { questions, rows, days: days.filter(isOpenToSee), people, minimum }
}

async function countAnswers(
  db: Kysely<Database>,
  surveyId: string,
  questions: SurveyQuestion[],
): Promise<CountedAnswer[]> {
  if (questions.length === 0) return []
  const read = questions.filter(({ kind }) => isRead(kind)).map(({ id }) => id)
  const value = sql<string>`case when ${sql.ref('surveyAnswers.questionId')} in (${sql.join(['', ...read])}) then '' else ${sql.ref('surveyAnswers.value')} end`
  const rows = await db
    .selectFrom('surveyResponses')
    .innerJoin('surveyAnswers', 'surveyAnswers.responseId', 'surveyResponses.id')
    .select([
      'surveyAnswers.questionId',
      'surveyResponses.trackId',
      'surveyResponses.heldOn',
      value.as('value'),
      sql<number>`count(*)`.as('count'),
    ])
    .where('surveyResponses.surveyId', '=', surveyId)
    .groupBy(['surveyAnswers.questionId', 'surveyResponses.trackId', 'surveyResponses.heldOn', value])
    .execute()
  return rows.map((row) => ({ ...row, trackId: row.trackId ?? '', count: Number(row.count) }))
}

async function countPeople(db: Kysely<Database>, surveyId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('surveyResponses')
    .select(['trackId', sql<number>`count(*)`.as('count')])
    .where('surveyId', '=', surveyId)
    .groupBy('trackId')
    .execute()
  return new Map(rows.map(({ trackId, count }) => [trackId ?? '', Number(count)]))
}

/**
 * What people wrote to one question, in an order that tells nothing: another one for each question, so that the texts
 * of one person do not stand at the same place of two lists.
 */
export async function readTexts(
  db: Kysely<Database>,
  { surveyId, questionId, view }: { surveyId: string; questionId: string; view: View },
): Promise<string[]> {
  const rows = await db
    .selectFrom('surveyResponses')
    .innerJoin('surveyAnswers', 'surveyAnswers.responseId', 'surveyResponses.id')
    .select(['surveyAnswers.responseId', 'surveyAnswers.value'])
    .where('surveyResponses.surveyId', '=', surveyId)
    .where('surveyAnswers.questionId', '=', questionId)
    .where('surveyResponses.heldOn', '=', view.heldOn)
    .$if(view.trackId === '', (query) => query.where('surveyResponses.trackId', 'is', null))
    .$if(view.trackId !== null && view.trackId !== '', (query) =>
      query.where('surveyResponses.trackId', '=', view.trackId!),
    )
    .execute()
  const place = (responseId: string) => createHash('sha256').update(`${questionId} ${responseId}`).digest('hex')
  return rows
    .map(({ responseId, value }) => ({ at: place(responseId), value }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ value }) => value)
}

/** Answers with their names, person by person; none of an anonymous survey, whoever asks. */
export async function readNamedAnswers(
  db: Kysely<Database>,
  { surveyId, trackIds }: { surveyId: string; trackIds: string[] | 'all' },
) {
  const rows = await db
    .selectFrom('surveyResponses')
    .innerJoin('surveys', 'surveys.id', 'surveyResponses.surveyId')
    .innerJoin('registrations', 'registrations.id', 'surveyResponses.registrationId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .leftJoin('tracks', 'tracks.id', 'surveyResponses.trackId')
    .select(['surveyResponses.id', 'surveyResponses.heldOn', 'people.fullName', 'tracks.code as track'])
    .where('surveyResponses.surveyId', '=', surveyId)
    .where('surveys.isAnonymous', '=', 0)
    .where('registrations.state', '=', 'confirmed')
    .$if(trackIds !== 'all', (query) => query.where('surveyResponses.trackId', 'in', [...(trackIds as string[]), '']))
    .orderBy('surveyResponses.heldOn')
    .orderBy('people.sortKey')
    .orderBy('surveyResponses.id')
    .execute()
  if (rows.length === 0) return []
  const answers = await db
    .selectFrom('surveyAnswers')
    .innerJoin('surveyResponses', 'surveyResponses.id', 'surveyAnswers.responseId')
    .selectAll('surveyAnswers')
    .where('surveyResponses.surveyId', '=', surveyId)
    .execute()
  const answersOf = Map.groupBy(answers, ({ responseId }) => responseId)
  return rows.map(({ id, ...row }) => ({
    ...row,
    answers: new Map((answersOf.get(id) ?? []).map(({ questionId, value }) => [questionId, value])),
  }))
}
