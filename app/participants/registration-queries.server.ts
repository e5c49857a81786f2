import { type Kysely, sql } from 'kysely'
import { like } from './like.ts'
import { existingPage, PEOPLE_PAGE } from './paging.ts'
import { fold } from '#app/values/text.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

/** A page of the registrations of an event, the newest first, with what their orders still owe. */
export async function listEventRegistrations(
  db: Kysely<Database>,
  wanted: {
    eventId: string
    search: string
    state: RegistrationState | null
    ticketTypeId: string | null
    page: number
  },
) {
  const { count } = await registrationsOf(db, wanted)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const page = existingPage(wanted.page, Number(count), PEOPLE_PAGE)
  const rows = await registrationsOf(db, wanted)
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select([
      'registrations.id',
      'registrations.code',
      'registrations.state',
      'registrations.heldUntil',
      'registrations.createdAt',
      'registrations.ticketTypeId',
      'registrations.orderId',
      'orders.code as orderCode',
      'people.fullName',
      'people.latinName',
      'people.email',
      'people.country',
      'people.affiliation',
    ])
    .orderBy('registrations.createdAt', 'desc')
    .orderBy('registrations.id', 'desc')
    .limit(PEOPLE_PAGE)
    .offset((page - 1) * PEOPLE_PAGE)
    .execute()
  const balances = await balancesOf(db, [...new Set(rows.map(({ orderId }) => orderId))])
  return {
    total: Number(count),
    page,
    rows: rows.map((row) => ({ ...row, ...(balances.get(row.orderId) ?? { currency: null, billed: 0, due: 0 }) })),
  }
}

function registrationsOf(
  db: Kysely<Database>,
  wanted: { eventId: string; search: string; state: RegistrationState | null; ticketTypeId: string | null },
) {
  const { eventId, search, state, ticketTypeId } = wanted
  return db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .where('registrations.eventId', '=', eventId)
    .$if(state !== null, (query) => query.where('registrations.state', '=', state!))
    .$if(ticketTypeId !== null, (query) => query.where('registrations.ticketTypeId', '=', ticketTypeId!))
    .$if(search !== '', (query) =>
      query.where(({ or }) =>
        or([
          sql<boolean>`people.sort_key like ${like(fold(search))} escape '!'`,
          sql<boolean>`lower(people.latin_name) like ${like(search.toLowerCase())} escape '!'`,
          sql<boolean>`lower(people.affiliation) like ${like(search.toLowerCase())} escape '!'`,
          sql<boolean>`people.email_key like ${like(search.toLowerCase())} escape '!'`,
          sql<boolean>`registrations.code like ${like(search.toUpperCase())} escape '!'`,
        ]),
      ),
    )
}

interface Balance {
  currency: string | null
  billed: number
  due: number
}

async function balancesOf(db: Kysely<Database>, orderIds: string[]): Promise<Map<string, Balance>> {
  const balances = new Map<string, Balance>()
  if (orderIds.length === 0) return balances
  for (const [table, sign] of [
    ['orderLines', 1],
    ['payments', -1],
    ['refunds', 1],
  ] as const) {
    const sums = await db
      .selectFrom(table)
      .select(['orderId', 'currency', sql<number>`sum(amount_minor)`.as('sum')])
      .where('orderId', 'in', orderIds)
      .groupBy(['orderId', 'currency'])
      .execute()
    for (const { orderId, currency, sum } of sums) {
      const balance = balances.get(orderId) ?? { currency, billed: 0, due: 0 }
      balance.due += sign * Number(sum)
      if (table === 'orderLines') balance.billed += Number(sum)
      balances.set(orderId, balance)
    }
  }
  return balances
}
