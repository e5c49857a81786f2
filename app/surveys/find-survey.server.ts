import { type Kysely, sql } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** Whose surveys somebody sees: those of all tracks, or what is asked of everybody and of these. */
export type SurveyScope = string[] | 'all'

/** Whether somebody who teaches these tracks may write a survey: what is asked of everybody belongs to the organizers. */
export function mayWrite(scope: SurveyScope, survey: { trackId: string | null }): boolean {
  return scope === 'all' || (survey.trackId !== null && scope.includes(survey.trackId))
}

/** The surveys of an event in their order, with how many answered each: four queries. */
export async function listSurveys(
  db: Kysely<Database>,
  { eventId, scope, language, surveyId }: { eventId: string; scope: SurveyScope; language: string; surveyId?: string },
) {
  const rows = await db
    .selectFrom('surveys')
    .innerJoin('events', 'events.id', 'surveys.eventId')
    .leftJoin('tracks', 'tracks.id', 'surveys.trackId')
    .selectAll('surveys')
    .select([
      'tracks.code as trackCode',
      'events.language as eventLanguage',
      'events.zone',
      'events.status as eventStatus',
    ])
    .where('surveys.eventId', '=', eventId)
    .$if(surveyId !== undefined, (query) => query.where('surveys.id', '=', surveyId!))
    .$if(scope !== 'all', (query) =>
      query.where((row) => row.or([row('surveys.trackId', 'is', null), row('surveys.trackId', 'in', [...scope, ''])])),
    )
    .orderBy('surveys.position')
    .orderBy('surveys.id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [texts, responses, questions] = await Promise.all([
    db.selectFrom('surveyTexts').selectAll().where('surveyId', 'in', ids).execute(),
    countsOf(db, 'surveyResponses', ids),
    countsOf(db, 'surveyQuestions', ids),
  ])
  return rows.map(({ eventLanguage, zone, eventStatus, ...survey }) => {
    const own = texts.filter((text) => text.surveyId === survey.id)
    const text = inLanguage(own, language, eventLanguage)
    return {
      ...survey,
      event: { language: eventLanguage, zone, status: eventStatus },
      title: text?.title ?? survey.id,
      intro: text?.intro ?? '',
      textLanguage: text?.language ?? eventLanguage,
      texts: own.map(({ language, title, intro }) => ({ language, title, intro })),
      responses: responses.get(survey.id) ?? 0,
      questions: questions.get(survey.id) ?? 0,
    }
  })
}

export type ListedSurvey = Awaited<ReturnType<typeof listSurveys>>[number]

/** One survey of an event that somebody may see; undefined when there is none. */
export async function findSurvey(
  db: Kysely<Database>,
  wanted: { eventId: string; scope: SurveyScope; language: string; surveyId: string },
): Promise<ListedSurvey | undefined> {
  return (await listSurveys(db, wanted))[0]
}

async function countsOf(
  db: Kysely<Database>,
  table: 'surveyResponses' | 'surveyQuestions',
  ids: string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom(table as 'surveyResponses')
    .select(['surveyId', sql<number>`count(*)`.as('count')])
    .where('surveyId', 'in', ids)
    .groupBy('surveyId')
    .execute()
  return new Map(rows.map(({ surveyId, count }) => [surveyId, Number(count)]))
}
