import { type Kysely, sql, type SqlBool } from 'kysely'
import { matches } from './finance-conditions.server.ts'
import { countRows } from './count-rows.server.ts'
import type { Wanted, WantedNext, WantedPage } from './finance-orders.server.ts'
import { isWithin, ROWS_PER_PAGE, withTitles } from './finance-queries.server.ts'
import { REFUND_UNDER_WAY } from '../refunds/refund-states.ts'
import { mergedPage, nextMerged, nextRows, type Part } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

/** `booked`: it has gone back, by nobody's wish here: in the provider's own pages, or by a lost dispute. */
export const REFUND_LIST_STATES = [...REFUND_UNDER_WAY, 'done', 'failed', 'refused', 'booked'] as const

/**
 * A page of the money that goes or went back, newest first: what was asked for here, and what others sent. Only within
 * reach.
 */
export async function financeRefunds(db: Kysely<Database>, { language, cursor, ...wanted }: WantedPage) {
  const { rows, steps } = await mergedPage(parts(db, wanted), { cursor, size: ROWS_PER_PAGE })
  return { steps, rows: await withTitles(db, rows, language) }
}

export async function nextFinanceRefunds(db: Kysely<Database>, { after, limit, ...wanted }: WantedNext) {
  const from = { direction: 'desc', after: after && ([after.id] as [string]), limit } as const
  return await withTitles(db, await nextMerged(parts(db, wanted), from), 'en')
}

export type FinanceRefund = Awaited<ReturnType<typeof nextFinanceRefunds>>[number]

export async function countFinanceRefunds(db: Kysely<Database>, wanted: Wanted): Promise<number> {
  const counted = await Promise.all([countRows(askedFor(db, wanted)), countRows(booked(db, wanted))])
  return counted.reduce((sum, one) => sum + one, 0)
}

function parts(db: Kysely<Database>, wanted: Wanted): Part<RefundRow>[] {
  const asked = askedFor(db, wanted)
    .select(['refundAttempts.id', 'refundAttempts.createdAt as at', 'refundAttempts.state', 'refundAttempts.way'])
    .select(['refundAttempts.amountMinor', 'refundAttempts.currency', 'refundAttempts.reason'])
    .select(['refundAttempts.providerReference', 'payments.method'])
    .select(['orders.id as orderId', 'orders.code', 'orders.eventId', 'people.fullName'])
    .$castTo<RefundRow>()
  const sent = booked(db, wanted)
    .select(['refunds.id', 'refunds.createdAt as at'])
    .select([sql<'booked'>`'booked'`.as('state'), sql<'provider'>`'provider'`.as('way')])
    .select(['refunds.amountMinor', 'refunds.currency', 'refunds.reason', 'refunds.providerReference'])
    .select(['payments.method', 'orders.id as orderId', 'orders.code', 'orders.eventId', 'people.fullName'])
    .$castTo<RefundRow>()
  return [
    ({ direction, ...from }) => nextRows(asked, { keys: [['refundAttempts.id', direction]], ...from }),
    ({ direction, ...from }) => nextRows(sent, { keys: [['refunds.id', direction]], ...from }),
  ]
}

// Of each there always is an order, its event and its person: a database that is told so begins with the money, in its order.

function askedFor(db: Kysely<Database>, { reach, filter }: Wanted) {
  return db
    .selectFrom('refundAttempts')
    .leftJoin('orders', 'orders.id', 'refundAttempts.orderId')
    .leftJoin('events', 'events.id', 'orders.eventId')
    .leftJoin('payments', 'payments.id', 'refundAttempts.paymentId')
    .leftJoin('people', 'people.id', 'orders.personId')
    .where(isWithin(reach))
    .where(
      matches(filter, {
        at: 'refundAttempts.createdAt',
        currency: 'refundAttempts.currency',
        method: 'payments.method',
        reference: 'refundAttempts.providerReference',
      }),
    )
    .$if(filter.state !== '', (query) => query.where(sql<SqlBool>`refund_attempts.state = ${filter.state}`))
}

function booked(db: Kysely<Database>, { reach, filter }: Wanted) {
  return db
    .selectFrom('refunds')
    .leftJoin('orders', 'orders.id', 'refunds.orderId')
    .leftJoin('events', 'events.id', 'orders.eventId')
    .leftJoin('payments', 'payments.id', 'refunds.paymentId')
    .leftJoin('people', 'people.id', 'orders.personId')
    .where('refunds.attemptId', 'is', null)
    .where(isWithin(reach))
    .where(
      matches(filter, {
        at: 'refunds.createdAt',
        currency: 'refunds.currency',
        method: 'payments.method',
        reference: 'refunds.providerReference',
      }),
    )
    .$if(filter.state !== '' && filter.state !== 'booked', (query) => query.where(sql<SqlBool>`1 = 0`))
}

interface RefundRow {
  id: string
  at: string
  state: string
  way: string
  amountMinor: number
  currency: string
  reason: string
  providerReference: string | null
  method: string
  orderId: string
  code: string
  eventId: string
  fullName: string
}
