import type { Kysely } from 'kysely'
import type { PlacePerson } from '#app/registrations/placing.ts'
import { freezeAnswer } from '#app/registrations/questions/freeze-answer.ts'
import { askedQuestions } from '#app/registrations/questions/queries.server.ts'
import { type Question, splitLevels, valuesOf } from '#app/registrations/questions/question.ts'
import { questionsForSeat } from '#app/registrations/questions/shown-questions.ts'
import type { Database } from '#db/schema.ts'

interface Wanted {
  applicationId: string
  eventId: string
  ticketTypeId: string
  language: string
  /** The event's own language. */
  own: string
}

/** Kinds whose answers hold several values. */
const LISTS = ['choices', 'languages']

/**
 * What somebody answered in their application to the questions that registering asks too: those of the same code and
 * kind. Papers stay with the application.
 */
export async function carriedAnswers(
  db: Kysely<Database>,
  { applicationId, eventId, ticketTypeId, language, own }: Wanted,
): Promise<NonNullable<PlacePerson['answers']>> {
  const questions = await askedQuestions(db, { eventId, language, own })
  if (questions.length === 0) return []
  const rows = await db
    .selectFrom('applicationAnswers as answer')
    .innerJoin('callQuestions as question', 'question.id', 'answer.questionId')
    .select(['question.code', 'question.kind', 'answer.value'])
    .where('answer.applicationId', '=', applicationId)
    .where('answer.value', '<>', '')
    .execute()
  const type = await db.selectFrom('ticketTypes').select('trackId').where('id', '=', ticketTypeId).executeTakeFirst()
  const seat = { ticketTypeId, trackId: type?.trackId ?? null }
  return questionsForSeat(questions, seat).flatMap((question) => {
    const row = rows.find(({ code, kind }) => code === question.code && kind === question.kind)
    const value = row && question.kind !== 'file' ? fitting(question, row.value) : null
    return value === null || value.length === 0 ? [] : [freezeAnswer(question, value)]
  })
}

/** The answer as far as the question still has its options. */
function fitting({ kind, options }: Question, stored: string): string | string[] | null {
  const known = new Set(options.map(({ value }) => value))
  const isKnown = (value: string) => known.has(kind === 'languages' ? splitLevels(value).value : value)
  if (LISTS.includes(kind)) return valuesOf(stored).filter(isKnown)
  return kind === 'choice' && !known.has(stored) ? null : stored
}
