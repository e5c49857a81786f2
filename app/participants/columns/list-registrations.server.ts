import { type Kysely, sql } from 'kysely'
import { existingPage, PEOPLE_PAGE } from '../paging.ts'
import type { RegistrationFilter } from '../selection/registration-filter.ts'
import { selectRegistrations } from '../selection/select-registrations.server.ts'
import { balancesOf } from '#app/payments/balance.server.ts'
import { TRACK_OF } from '#app/registrations/track-of.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

/** By name, or the newest first. */
export type Order = 'name' | 'newest'

export interface Listed {
  eventId: string
  filter: RegistrationFilter
  order: Order
  /** The questions whose answers are wanted besides. */
  questionIds: string[]
  now: Instant
}

export type Counts = Partial<Record<RegistrationState, number>>

/** A page of the registrations that a filter means, and how many of them are in which state. */
export async function listRegistrations(db: Kysely<Database>, wanted: Listed & { page: number }) {
  const counts = await countRegistrations(db, wanted)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const page = existingPage(wanted.page, total, PEOPLE_PAGE)
  const rows = await ordered(db, wanted)
    .limit(PEOPLE_PAGE)
    .offset((page - 1) * PEOPLE_PAGE)
    .execute()
  return { counts, total, page, rows: await whole(db, wanted, rows) }
}

export type ListedRegistration = Awaited<ReturnType<typeof listRegistrations>>['rows'][number]

/** The next rows after a row, in the order of the list: for files, where an offset would skip or repeat. */
export async function nextRegistrations(
  db: Kysely<Database>,
  wanted: Listed & { after: Pick<ListedRegistration, 'id' | 'sortKey' | 'createdAt'> | null; limit: number },
): Promise<ListedRegistration[]> {
  const { after, limit, order } = wanted
  const column = order === 'name' ? 'people.sortKey' : 'registrations.createdAt'
  const sign = order === 'name' ? '>' : '<'
  const rows = await ordered(db, wanted)
    .$if(after !== null, (query) =>
      query.where(({ or, and, eb }) => {
        const reached = order === 'name' ? after!.sortKey : after!.createdAt
        return or([eb(column, sign, reached), and([eb(column, '=', reached), eb('registrations.id', sign, after!.id)])])
      }),
    )
    .limit(limit)
    .execute()
  return await whole(db, wanted, rows)
}

/** How many registrations a filter means, by their state. */
export async function countRegistrations(
  db: Kysely<Database>,
  wanted: Pick<Listed, 'eventId' | 'filter' | 'now'>,
): Promise<Counts> {
  const rows = await selectRegistrations(db, wanted)
    .select(['registrations.state', sql<number>`count(*)`.as('count')])
    .groupBy('registrations.state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

function ordered(db: Kysely<Database>, { order, ...wanted }: Listed) {
  const [column, direction] =
    order === 'name' ? (['people.sortKey', 'asc'] as const) : (['registrations.createdAt', 'desc'] as const)
  return selectRegistrations(db, wanted)
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('proofs', 'proofs.registrationId', 'registrations.id')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.heldUntil'])
    .select(['registrations.createdAt', 'registrations.confirmedAt', 'registrations.ticketTypeId'])
    .select(['registrations.orderId', 'registrations.note', 'registrations.mainRegistrationId'])
    .select(['orders.code as orderCode', 'orders.language', 'proofs.state as proof'])
    .select(['people.fullName', 'people.latinName', 'people.email', 'people.country', 'people.affiliation'])
    .select(['people.sortKey', 'people.erasedAt'])
    .select(TRACK_OF.as('trackId'))
    .orderBy(column, direction)
    .orderBy('registrations.id', direction)
}

type Row = Awaited<ReturnType<ReturnType<typeof ordered>['execute']>>[number]

/** With what their orders owe, and the answers that are wanted. */
async function whole(db: Kysely<Database>, { questionIds }: Listed, rows: Row[]) {
  const balances = await balancesOf(db, [...new Set(rows.map(({ orderId }) => orderId))])
  const answers = await answersOf(
    db,
    rows.map(({ id }) => id),
    questionIds,
  )
  return rows.map((row) => {
    const { currency, lines, due } = balances.get(row.orderId)!
    return { ...row, currency, billed: lines, due, answers: answers.get(row.id) ?? [] }
  })
}

async function answersOf(db: Kysely<Database>, ids: string[], questionIds: string[]) {
  if (ids.length === 0 || questionIds.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('answers')
    .select(['registrationId', 'questionId', 'value', 'asked'])
    .where('registrationId', 'in', ids)
    .where('questionId', 'in', questionIds)
    .execute()
  return Map.groupBy(rows, ({ registrationId }) => registrationId)
}
