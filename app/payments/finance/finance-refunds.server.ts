import { type Kysely, sql } from 'kysely'
import { matches } from './finance-conditions.server.ts'
import type { Wanted } from './finance-orders.server.ts'
import { moneyWithin, withTitles } from './finance-queries.server.ts'
import { REFUND_UNDER_WAY } from '../refunds/refund-states.ts'
import type { Database } from '#db/schema.ts'

/** `booked`: it has gone back, by nobody's wish here: in the provider's own pages, or by a lost dispute. */
export const REFUND_LIST_STATES = [...REFUND_UNDER_WAY, 'done', 'failed', 'refused', 'booked'] as const

/** Money that goes or went back, newest first: what was asked for here, and what others sent. Only within reach. */
export async function financeRefunds(db: Kysely<Database>, wanted: Wanted) {
  const { language, limit, offset = 0, after } = wanted
  const rows = await refunds(db, wanted)
    .selectAll()
    .$if(after != null, (query) =>
      query.where((eb) =>
        eb.or([eb('at', '<', after!.at), eb.and([eb('at', '=', after!.at), eb('id', '<', after!.id)])]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return await withTitles(db, rows, language)
}

export type FinanceRefund = Awaited<ReturnType<typeof financeRefunds>>[number]

export async function countFinanceRefunds(db: Kysely<Database>, wanted: Pick<Wanted, 'reach' | 'filter'>) {
  const counted = await refunds(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(counted.count)
}

function refunds(db: Kysely<Database>, { reach, filter }: Pick<Wanted, 'reach' | 'filter'>) {
  const asked = moneyWithin(db, reach)
    .innerJoin('refundAttempts', 'refundAttempts.orderId', 'orders.id')
    .innerJoin('payments', 'payments.id', 'refundAttempts.paymentId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['refundAttempts.id', 'refundAttempts.createdAt as at', 'refundAttempts.state', 'refundAttempts.way'])
    .select(['refundAttempts.amountMinor', 'refundAttempts.currency', 'refundAttempts.reason'])
    .select(['refundAttempts.providerReference', 'payments.method'])
    .select(['orders.id as orderId', 'orders.code', 'orders.eventId', 'people.fullName'])
    .where(
      matches(filter, {
        at: 'refundAttempts.createdAt',
        currency: 'refundAttempts.currency',
        method: 'payments.method',
        reference: 'refundAttempts.providerReference',
      }),
    )
  const booked = moneyWithin(db, reach)
    .innerJoin('refunds', 'refunds.orderId', 'orders.id')
    .innerJoin('payments', 'payments.id', 'refunds.paymentId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['refunds.id', 'refunds.createdAt as at'])
    .select([sql<'booked'>`'booked'`.as('state'), sql<'provider'>`'provider'`.as('way')])
    .select(['refunds.amountMinor', 'refunds.currency', 'refunds.reason', 'refunds.providerReference'])
    .select(['payments.method', 'orders.id as orderId', 'orders.code', 'orders.eventId', 'people.fullName'])
    .where('refunds.attemptId', 'is', null)
    .where(
      matches(filter, {
        at: 'refunds.createdAt',
        currency: 'refunds.currency',
        method: 'payments.method',
        reference: 'refunds.providerReference',
      }),
    )
  const all = db.selectFrom(asked.$castTo<RefundRow>().unionAll(booked.$castTo<RefundRow>()).as('moved'))
  return filter.state === '' ? all : all.where('moved.state', '=', filter.state)
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
