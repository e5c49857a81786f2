import type { Kysely } from 'kysely'
import { askedQuestions } from './queries.server.ts'
import { valuesOf } from './question.ts'
import { shownQuestions } from './shown-questions.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, QuestionStage } from '#db/schema.ts'
import type { TemplateName } from '#app/mail/enqueue.server.ts'

/** A confirmed registration that a stage has questions for. */
export interface Asked {
  registrationId: string
  personId: string
  fullName: string
  email: string
  language: string
  /** Whether something is asked at all, and whether all that must be answered is. */
  isAsked: boolean
  isComplete: boolean
}

const AT_ONCE = 200

/** Confirmed registrations of an event to whom a mail of this kind about a stage was never written, in pages by id. */
export async function unwritten(
  db: Kysely<Database>,
  {
    eventId,
    stage,
    template,
    after,
    confirmedUntil,
  }: { eventId: string; stage: QuestionStage; template: TemplateName; after: string; confirmedUntil: Instant },
) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('messages', (join) =>
      join
        .onRef('messages.subjectId', '=', 'registrations.id')
        .on('messages.template', '=', template)
        .on('messages.occasion', '=', stage),
    )
    .select([
      'registrations.id as registrationId',
      'registrations.personId',
      'registrations.ticketTypeId',
      'registrations.trackId',
      'ticketTypes.trackId as typeTrackId',
      'people.fullName',
      'people.email',
      'orders.language',
    ])
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .where('registrations.confirmedAt', '<=', confirmedUntil)
    .where('registrations.id', '>', after)
    .where('people.email', 'is not', null)
    .where('messages.id', 'is', null)
    .orderBy('registrations.id')
    .limit(AT_ONCE)
    .execute()
}

type Unwritten = Awaited<ReturnType<typeof unwritten>>[number]

/** Which of these seats are asked something in a stage, and which have answered all they must. */
export async function withStanding(
  db: Kysely<Database>,
  { eventId, stage, seats }: { eventId: string; stage: QuestionStage; seats: Unwritten[] },
): Promise<Asked[]> {
  if (seats.length === 0) return []
  const [questions, answers] = await Promise.all([
    askedQuestions(db, { eventId, language: 'en', own: 'en' }),
    db
      .selectFrom('answers')
      .innerJoin('questions', 'questions.id', 'answers.questionId')
      .select(['answers.registrationId', 'questions.code', 'answers.value', 'answers.erasedAt'])
      .where(
        'answers.registrationId',
        'in',
        seats.map(({ registrationId }) => registrationId),
      )
      .execute(),
  ])
  const answersOf = Map.groupBy(answers, ({ registrationId }) => registrationId)
  return seats.map((seat) => {
    const own = answersOf.get(seat.registrationId) ?? []
    const given = Object.fromEntries(own.map(({ code, value }) => [code, valuesOf(value)]))
    const place = { ticketTypeId: seat.ticketTypeId, trackId: seat.trackId ?? seat.typeTrackId, stage }
    const shown = shownQuestions(questions, place, given)
    const isGiven = (code: string) => own.some((answer) => answer.code === code)
    return {
      registrationId: seat.registrationId,
      personId: seat.personId,
      fullName: seat.fullName,
      email: seat.email!,
      language: seat.language,
      isAsked: shown.length > 0,
      isComplete: shown.every(({ code, isRequired }) => !isRequired || isGiven(code)),
    }
  })
}
