import type { Kysely } from 'kysely'
import { listVisibleQuestions, type VisibleQuestion } from '../queries.server.ts'
import { ticketDays } from './ticket-days.server.ts'
import { isCounted } from '#app/registrations/questions/count-answers.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import { addDays } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** How many people, altogether and on each day on which a ticket lets in. */
export interface CateringCount {
  total: number
  byDay: number[]
}

/** An answer and how often it was given; `value` is '' for all answers to a question whose single ones are not told. */
export interface CateringAnswer extends CateringCount {
  value: string
}

export interface CateringTotals {
  /** Empty where every ticket lets in on all days. */
  days: string[]
  people: CateringCount
  questions: { question: VisibleQuestion; answers: CateringAnswer[] }[]
}

const AUDIENCES = ['organizers', 'instructors', 'totals'] as const

/**
 * What a kitchen must know: how many come, and how often each answer was given to questions about diets and to those that
 * were asked for totals. Small numbers too: a single vegan eats as well. Never who. In five queries.
 */
export async function cateringTotals(
  db: Kysely<Database>,
  { eventId, language }: { eventId: string; language: string },
): Promise<CateringTotals> {
  const [event, visible, ticketTypes] = await Promise.all([
    db.selectFrom('events').select(['startsOn', 'endsOn']).where('id', '=', eventId).executeTakeFirstOrThrow(),
    listVisibleQuestions(db, eventId, [...AUDIENCES], language),
    ticketDays(db, eventId),
  ])
  const questions = visible.filter(({ meaning, audience }) => meaning === 'diet' || audience === 'totals')
  const [people, rows] = await Promise.all([
    countPeople(db, eventId),
    countAnswers(
      db,
      eventId,
      questions.map(({ id }) => id),
    ),
  ])
  const days = ticketTypes.size === 0 ? [] : daysFrom(event.startsOn, event.endsOn)
  const add = (to: CateringCount, { ticketTypeId, count }: { ticketTypeId: string; count: number | string }) => {
    to.total += Number(count)
    const letsIn = ticketTypes.get(ticketTypeId)
    for (const [at, day] of days.entries()) if (!letsIn || letsIn.includes(day)) to.byDay[at]! += Number(count)
  }
  const none = (): CateringCount => ({ total: 0, byDay: days.map(() => 0) })
  const all = none()
  for (const row of people) add(all, row)
  return {
    days,
    people: all,
    questions: questions.map((question) => {
      const counts = new Map<string, CateringCount>()
      for (const row of rows) {
        if (row.questionId !== question.id) continue
        for (const value of tellsAnswers(question) ? new Set(valuesOf(row.value)) : ['']) {
          const found = counts.get(value) ?? none()
          counts.set(value, found)
          add(found, row)
        }
      }
      const answers = [...counts].map(([value, count]) => ({ value, ...count }))
      return {
        question,
        answers: answers.toSorted((one, other) => other.total - one.total || (one.value < other.value ? -1 : 1)),
      }
    }),
  }
}

/** What somebody wrote in their own words for totals is read by nobody; a kitchen reads what was written to it. */
function tellsAnswers({ kind, audience }: VisibleQuestion): boolean {
  return isCounted(kind) || kind === 'number' || audience !== 'totals'
}

async function countPeople(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('registrations')
    .select((row) => ['ticketTypeId', row.fn.countAll<number | string>().as('count')])
    .where('eventId', '=', eventId)
    .where('state', '=', 'confirmed')
    .where('mainRegistrationId', 'is', null)
    .groupBy('ticketTypeId')
    .execute()
}

async function countAnswers(db: Kysely<Database>, eventId: string, questionIds: string[]) {
  if (questionIds.length === 0) return []
  return await db
    .selectFrom('answers')
    .innerJoin('registrations', 'registrations.id', 'answers.registrationId')
    .select((row) => [
      'answers.questionId',
      'answers.value',
      'registrations.ticketTypeId',
      row.fn.countAll<number | string>().as('count'),
    ])
    .where('answers.questionId', 'in', questionIds)
    .where('answers.erasedAt', 'is', null)
    .where('answers.value', '!=', '')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .groupBy(['answers.questionId', 'answers.value', 'registrations.ticketTypeId'])
    .execute()
}

function daysFrom(first: string, last: string): string[] {
  const days = [first]
  while (days.at(-1)! < last && days.length < 60) days.push(addDays(days.at(-1)!, 1))
  return days
}
