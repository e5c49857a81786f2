import { type Kysely, sql } from 'kysely'
import { PEOPLE_PAGE } from '../paging.ts'
import { ALL_REGISTRATIONS, type RegistrationFilter } from '../selection/registration-filter.ts'
import { selectMeant, selectRegistrations } from '../selection/select-registrations.server.ts'
import { balancesOf } from '#app/payments/balance.server.ts'
import { TRACK_OF } from '#app/registrations/track-of.server.ts'
import type { Cursor } from '#app/values/cursor.ts'
import type { Instant } from '#app/values/moment.ts'
import { keysetPage, nextRows, sorted, type SortKeys } from '#db/keyset.ts'
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
export async function listRegistrations(db: Kysely<Database>, wanted: Listed & { cursor: Cursor }) {
  const { eventId, now, cursor } = wanted
  const keys = KEYS[wanted.order]
  const besides = { people: wanted.order === 'name' }
  // First whose turn it is, then what is shown of them: of the others nothing more is read than they are sorted by.
  const [counts, { rows: page, steps }] = await Promise.all([
    countRegistrations(db, wanted),
    keysetPage(selectMeant(db, wanted, besides).select('registrations.id'), {
      keys,
      cursor,
      size: PEOPLE_PAGE,
      anchor: selectMeant(db, { eventId, filter: ALL_REGISTRATIONS, now }, besides),
    }),
  ])
  const ids = page.map(({ id }) => id)
  const rows = await sorted(listed(db, { ...wanted, filter: ALL_REGISTRATIONS }), keys)
    .where('registrations.id', 'in', [...ids, ''])
    .execute()
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { counts, total, steps, rows: await whole(db, wanted, rows) }
}

export type ListedRegistration = Awaited<ReturnType<typeof listRegistrations>>['rows'][number]

/** The next rows after a row, in the order of the list: for files. */
export async function nextRegistrations(
  db: Kysely<Database>,
  wanted: Listed & { after: Pick<ListedRegistration, 'id' | 'sortKey' | 'createdAt'> | null; limit: number },
): Promise<ListedRegistration[]> {
  const { after, limit, order } = wanted
  const reached = after && [order === 'name' ? after.sortKey : after.createdAt, after.id]
  const rows = await nextRows(listed(db, wanted), { keys: KEYS[order], after: reached, limit })
  return await whole(db, wanted, rows)
}

/** How many registrations a filter means, by their state. */
export async function countRegistrations(
  db: Kysely<Database>,
  wanted: Pick<Listed, 'eventId' | 'filter' | 'now'>,
): Promise<Counts> {
  const rows = await selectMeant(db, wanted)
    .select(['registrations.state', sql<number>`count(*)`.as('count')])
    .groupBy('registrations.state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

const KEYS: Record<Order, SortKeys> = {
  name: [
    ['people.sortKey', 'asc'],
    ['registrations.id', 'asc'],
  ],
  newest: [
    ['registrations.createdAt', 'desc'],
    ['registrations.id', 'desc'],
  ],
}

function listed(db: Kysely<Database>, wanted: Listed) {
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
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]

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
