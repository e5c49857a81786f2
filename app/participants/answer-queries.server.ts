import { type Kysely, sql } from 'kysely'
import type { Cursor } from '#app/values/cursor.ts'
import { keysetPage, nextRows } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

const ANSWERS_PAGE = 25

/** A page of the answers to a question by those who have a seat, by name; erased ones only say that they were. */
export async function listAnswers(
  db: Kysely<Database>,
  { questionId, cursor }: { questionId: string; cursor: Cursor },
) {
  const { count } = await answersTo(db, questionId)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const page = await keysetPage(columns(answersTo(db, questionId)), {
    keys: [
      ['people.sortKey', 'asc'],
      ['registrations.id', 'asc'],
    ],
    cursor,
    size: ANSWERS_PAGE,
    anchor: answersTo(db, questionId),
  })
  return { total: Number(count), ...page }
}

const AT_ONCE = 1000

/** All answers to a question, by registration, for a file: in pieces of at most 1,000. */
export async function* everyAnswer(db: Kysely<Database>, questionId: string) {
  for (let after = ''; ;) {
    const list = columns(answersTo(db, questionId))
    const rows = await nextRows(list, { keys: [['registrations.id', 'asc']], after: [after], limit: AT_ONCE })
    if (rows.length > 0) yield rows
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.registrationId
  }
}

function answersTo(db: Kysely<Database>, questionId: string) {
  return db
    .selectFrom('answers')
    .innerJoin('registrations', 'registrations.id', 'answers.registrationId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .leftJoin('files', 'files.id', 'answers.value')
    .where('answers.questionId', '=', questionId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
}

function columns(query: ReturnType<typeof answersTo>) {
  return query.select([
    'registrations.id',
    'answers.registrationId',
    'answers.value',
    'answers.asked',
    'answers.questionVersion',
    'answers.answeredAt',
    'answers.erasedAt',
    'registrations.code',
    'people.fullName',
    'people.latinName',
    'files.name as fileName',
    'files.byteCount',
  ])
}

export type AnswerRow = Awaited<ReturnType<typeof listAnswers>>['rows'][number]
