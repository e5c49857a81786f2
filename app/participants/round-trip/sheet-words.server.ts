import type { Kysely } from 'kysely'
import { ON_REQUEST } from '../lists/visible-fields.ts'
import { isInSheet } from './columns.ts'
import { askedQuestions } from '#app/registrations/questions/queries.server.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import type { Database } from '#db/schema.ts'

/** What the sheet of an event is written and read with. */
export interface SheetWords {
  questions: Question[]
  tracks: { id: string; code: string }[]
  ticketTypes: { id: string; code: string }[]
}

/**
 * Those that an organizer reads; others' answers are in no sheet. In the event's own language, whoever reads: a sheet
 * may be taken away by one and brought back by another.
 */
export async function sheetWords(db: Kysely<Database>, eventId: string): Promise<SheetWords> {
  const { language } = await db
    .selectFrom('events')
    .select('language')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const [questions, readable, tracks, ticketTypes] = await Promise.all([
    askedQuestions(db, { eventId, language, own: language }),
    db
      .selectFrom('questions')
      .select('id')
      .where('eventId', '=', eventId)
      .where('audience', 'in', ['organizers', 'instructors'])
      .where('meaning', 'not in', ON_REQUEST)
      .execute(),
    db.selectFrom('tracks').select(['id', 'code']).where('eventId', '=', eventId).orderBy('position').execute(),
    db.selectFrom('ticketTypes').select(['id', 'code']).where('eventId', '=', eventId).orderBy('position').execute(),
  ])
  const ids = new Set(readable.map(({ id }) => id))
  return { questions: questions.filter((one) => ids.has(one.id) && isInSheet(one)), tracks, ticketTypes }
}
