import type { Kysely } from 'kysely'
import { askedQuestions } from './queries.server.ts'
import { type Question, valuesOf } from './question.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database, QuestionStage } from '#db/schema.ts'

/**
 * One registration as its page of questions needs it: the seat, the event, what is asked in every stage, and what was
 * answered, by the questions' codes. Null when there is none with this code.
 */
export async function askedRegistration(db: Kysely<Database>, code: string, language: string) {
  const row = await db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select([
      'registrations.id',
      'registrations.code',
      'registrations.personId',
      'registrations.state',
      'registrations.ticketTypeId',
      'registrations.trackId',
      'ticketTypes.trackId as typeTrackId',
      'orders.keyVersion',
      'people.fullName',
      'events.id as eventId',
      'events.slug',
      'events.status',
      'events.endsAt',
      'events.zone',
      'events.language',
      'events.contactEmail',
      'series.mark',
    ])
    .where('registrations.code', '=', code)
    .executeTakeFirst()
  if (!row) return null
  const [texts, questions, answers, stages] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', row.eventId).execute(),
    askedQuestions(db, { eventId: row.eventId, language, own: row.language }),
    db
      .selectFrom('answers')
      .innerJoin('questions', 'questions.id', 'answers.questionId')
      .select(['questions.code', 'answers.value'])
      .where('answers.registrationId', '=', row.id)
      .where('answers.erasedAt', 'is', null)
      .execute(),
    db.selectFrom('questionStages').selectAll().where('eventId', '=', row.eventId).execute(),
  ])
  const text = inLanguage(texts, language, row.language)
  const { typeTrackId, eventId, slug, status, endsAt, zone, contactEmail, mark, ...seat } = row
  return {
    id: seat.id,
    code: seat.code,
    personId: seat.personId,
    keyVersion: seat.keyVersion,
    state: seat.state,
    fullName: seat.fullName,
    ticketTypeId: seat.ticketTypeId,
    trackId: seat.trackId ?? typeTrackId,
    event: {
      id: eventId,
      slug,
      status,
      endsAt,
      zone,
      contactEmail,
      mark,
      title: text?.title ?? slug,
      language: text?.language ?? seat.language,
    },
    questions,
    answers: Object.fromEntries(answers.map(({ code, value }) => [code, valuesOf(value)])),
    stages: Object.fromEntries(stages.map((stage) => [stage.stage, stage])) as Partial<
      Record<QuestionStage, (typeof stages)[number]>
    >,
  }
}

export type AskedRegistration = NonNullable<Awaited<ReturnType<typeof askedRegistration>>>

/** The answers of the questions outside a stage: what the conditions of that stage may hang on. */
export function earlierAnswers(
  { questions, answers }: { questions: Question[]; answers: Record<string, string[]> },
  stage: QuestionStage,
): Record<string, string[]> {
  const own = new Set(questions.filter((question) => question.stage === stage).map(({ code }) => code))
  return Object.fromEntries(Object.entries(answers).filter(([code]) => !own.has(code)))
}
