import type { Kysely } from 'kysely'
import { answerCell } from './answer-cell.ts'
import { versionOf } from './row-version.ts'
import { answerColumn, type SheetColumn } from './columns.ts'
import type { RegistrationFilter } from '../selection/registration-filter.ts'
import { selectRegistrations } from '../selection/select-registrations.server.ts'
import { ALL_REGISTRATIONS } from '../selection/registration-filter.ts'
import type { SheetWords } from './sheet-words.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { past, sorted, type SortKeys } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

const BY_NAME: SortKeys = [
  ['people.sortKey', 'asc'],
  ['registrations.id', 'asc'],
]

/** Registrations as the sheet says them, by name: of a filter, or those of these codes; behind `after`, where it says. */
export async function sheetRows(
  db: Kysely<Database>,
  wanted: {
    eventId: string
    now: Instant
    words: SheetWords
    filter?: RegistrationFilter
    codes?: string[]
    after?: { sortKey: string; id: string } | null
    limit?: number
  },
) {
  const { eventId, now, words, filter = ALL_REGISTRATIONS, codes, after, limit } = wanted
  const rows = await sorted(selectRegistrations(db, { eventId, filter, now }), BY_NAME)
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.orderId'])
    .select(['registrations.ticketTypeId', 'registrations.trackId', 'registrations.note', 'orders.language'])
    .select(['registrations.personId', 'registrations.mainRegistrationId', 'registrations.eventId'])
    .select(['orders.personId as ordererId', 'ticketTypes.trackId as typeTrackId', 'ticketTypes.allowsRepeat'])
    .select(['people.fullName', 'people.latinName', 'people.badgeName', 'people.certificateName', 'people.email'])
    .select(['people.emailKey', 'people.country', 'people.affiliation', 'people.sortKey', 'people.erasedAt'])
    .select(({ selectFrom }) =>
      selectFrom('registrations as others')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('others.orderId', '=', 'registrations.orderId')
        .where('others.mainRegistrationId', 'is', null)
        .where('others.state', 'in', ['held', 'confirmed'])
        .as('mainCount'),
    )
    .$if(codes !== undefined, (query) => query.where('registrations.code', 'in', [...codes!, '']))
    .$if(Boolean(after), (query) => query.where(past(BY_NAME, [after!.sortKey, after!.id])))
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute()
  const answers = await answersOf(
    db,
    rows.map(({ id }) => id),
    words,
  )
  return rows.map((row) => {
    const own = answers.get(row.id) ?? []
    return { ...row, answers: Object.fromEntries(own.map(({ questionId, value }) => [questionId, value])) }
  })
}

export type SheetRow = Awaited<ReturnType<typeof sheetRows>>[number]

async function answersOf(db: Kysely<Database>, ids: string[], { questions }: SheetWords) {
  if (ids.length === 0 || questions.length === 0) return new Map<string, { questionId: string; value: string }[]>()
  const rows = await db
    .selectFrom('answers')
    .select(['registrationId', 'questionId', 'value'])
    .where('registrationId', 'in', ids)
    .where(
      'questionId',
      'in',
      questions.map(({ id }) => id),
    )
    .execute()
  return Map.groupBy(rows, ({ registrationId }) => registrationId)
}

/** Every cell of a row by its column, as text. */
export function cellsOf(row: SheetRow, { questions, tracks, ticketTypes }: SheetWords): Record<SheetColumn, string> {
  const trackId = row.trackId ?? row.typeTrackId
  const cells = {
    code: row.code,
    state: row.state,
    ticket: ticketTypes.find(({ id }) => id === row.ticketTypeId)?.code ?? '',
    fullName: row.fullName,
    latinName: row.latinName ?? '',
    badgeName: row.badgeName ?? '',
    certificateName: row.certificateName ?? '',
    email: row.email ?? '',
    country: row.country ?? '',
    affiliation: row.affiliation ?? '',
    language: row.language,
    track: tracks.find(({ id }) => id === trackId)?.code ?? '',
    note: row.note ?? '',
    ...Object.fromEntries(
      questions.map((question) => [answerColumn(question), answerCell(question, row.answers[question.id])]),
    ),
  }
  return { ...cells, version: versionOf(cells) }
}
