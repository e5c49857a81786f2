import { type Kysely, sql, type SqlBool } from 'kysely'
import { isWithin, moneyWithin, withTitles } from './finance-queries.server.ts'
import { duePerOrder, hasSeats, linesPerOrder } from './order-sums.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Database } from '#db/schema.ts'

/** The money of an event in one currency, in minor units. */
export interface EventMoney {
  currency: string
  /** What the orders with seats were asked for. */
  expected: number
  /** What came from people, before anything went back. */
  received: number
  /** What a fund paid in somebody's place. */
  waived: number
  refunded: number
  /** What orders with seats still owe. */
  due: number
  /** What orders have paid beyond what they owe. */
  overpaid: number
}

/** The events within reach that have orders, latest first, to choose from. */
export async function eventsToChoose(
  db: Kysely<Database>,
  { reach, language, limit }: { reach: Reach; language: string; limit: number },
) {
  const events = await db
    .selectFrom('events')
    .select('events.id as eventId')
    .where(isWithin(reach))
    .where(sql<SqlBool>`exists (select 1 from orders where orders.event_id = events.id)`)
    .orderBy('events.startsAt', 'desc')
    .orderBy('events.id')
    .limit(limit)
    .execute()
  return await withTitles(db, events, language)
}

/** The events within reach that have orders, latest first. */
export async function eventsWithOrders(
  db: Kysely<Database>,
  { reach, language, limit, offset }: { reach: Reach; language: string; limit: number; offset: number },
) {
  const events = await moneyWithin(db, reach)
    .select(['events.id as eventId', 'events.startsAt', 'events.startsOn', 'events.endsOn', 'events.status'])
    .select((eb) => eb.fn.countAll<number>().as('orders'))
    .groupBy(['events.id', 'events.startsAt', 'events.startsOn', 'events.endsOn', 'events.status'])
    .orderBy('events.startsAt', 'desc')
    .orderBy('events.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return await withTitles(db, events, language)
}

export async function countEventsWithOrders(db: Kysely<Database>, reach: Reach): Promise<number> {
  const counted = await moneyWithin(db, reach)
    .select((eb) => eb.fn.count<number>('events.id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(counted.count)
}

/** What each of these events expects, has received and is owed, by currency; two queries. */
export async function moneyOfEvents(db: Kysely<Database>, eventIds: string[]): Promise<Map<string, EventMoney[]>> {
  const wanted = ['', ...eventIds]
  const owed = await db
    .selectFrom(
      db
        .selectFrom('orders')
        .select(['orders.eventId', 'orders.currency'])
        .select([linesPerOrder.as('lines'), duePerOrder.as('due'), hasSeats.as('seats')])
        .where('orders.eventId', 'in', wanted)
        .where('orders.currency', 'is not', null)
        .as('owed'),
    )
    .select(['eventId', 'currency'])
    .select([
      sql<number | string>`sum(case when seats > 0 then owed.lines else 0 end)`.as('expected'),
      sql<number | string>`sum(case when seats > 0 and owed.due > 0 then owed.due else 0 end)`.as('due'),
      sql<number | string>`sum(case when owed.due < 0 then -owed.due else 0 end)`.as('overpaid'),
    ])
    .groupBy(['eventId', 'currency'])
    .execute()
  const moved = await db
    .selectFrom('payments')
    .innerJoin('orders', 'orders.id', 'payments.orderId')
    .select(['orders.eventId', 'payments.currency'])
    .select([
      sql<
        number | string
      >`sum(case when payments.method in ('waiver', 'award') then 0 else payments.amount_minor end)`.as('received'),
      sql<
        number | string
      >`sum(case when payments.method in ('waiver', 'award') then payments.amount_minor else 0 end)`.as('waived'),
      sql<number | string>`sum(coalesce((select sum(amount_minor) from refunds
        where refunds.payment_id = payments.id), 0))`.as('refunded'),
    ])
    .where('orders.eventId', 'in', wanted)
    .groupBy(['orders.eventId', 'payments.currency'])
    .execute()
  return new Map(
    eventIds.map((eventId) => {
      const own = <Row extends { eventId: string }>(rows: Row[]) => rows.filter((row) => row.eventId === eventId)
      const currencies = [...new Set([...own(owed), ...own(moved)].map(({ currency }) => currency!))].toSorted()
      return [eventId, currencies.map((currency) => inCurrency(currency, own(owed), own(moved)))]
    }),
  )
}

interface Owed {
  currency: string | null
  expected: number | string
  due: number | string
  overpaid: number | string
}

interface Moved {
  currency: string
  received: number | string
  waived: number | string
  refunded: number | string
}

function inCurrency(currency: string, owed: Owed[], moved: Moved[]): EventMoney {
  const asked = owed.find((row) => row.currency === currency)
  const came = moved.find((row) => row.currency === currency)
  return {
    currency,
    expected: Number(asked?.expected ?? 0),
    due: Number(asked?.due ?? 0),
    overpaid: Number(asked?.overpaid ?? 0),
    received: Number(came?.received ?? 0),
    waived: Number(came?.waived ?? 0),
    refunded: Number(came?.refunded ?? 0),
  }
}

/** What came for an event and went back, by way, fund and currency. */
export async function moneyByMethod(db: Kysely<Database>, eventId: string) {
  const rows = await db
    .selectFrom('payments')
    .innerJoin('orders', 'orders.id', 'payments.orderId')
    .select(['payments.method', 'payments.fund', 'payments.currency'])
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number | string>('payments.amountMinor').as('received'),
    ])
    .select(
      sql<number | string>`sum(coalesce((select sum(amount_minor) from refunds
        where refunds.payment_id = payments.id), 0))`.as('refunded'),
    )
    .where('orders.eventId', '=', eventId)
    .groupBy(['payments.method', 'payments.fund', 'payments.currency'])
    .orderBy('payments.method')
    .orderBy('payments.fund')
    .orderBy('payments.currency')
    .execute()
  return rows.map((row) => ({
    ...row,
    count: Number(row.count),
    received: Number(row.received),
    refunded: Number(row.refunded),
  }))
}

/** An event within reach by its slug. */
export async function financeEvent(
  db: Kysely<Database>,
  { slug, reach, language }: { slug: string; reach: Reach; language: string },
) {
  const events = db.selectFrom('events').select(['id as eventId', 'startsOn', 'endsOn', 'status', 'seriesId'])
  const event = await events.where('slug', '=', slug).executeTakeFirst()
  const isWithin =
    event && (reach === 'all' || reach.seriesIds.includes(event.seriesId) || reach.eventIds.includes(event.eventId))
  if (!isWithin) return undefined
  const [titled] = await withTitles(db, [event], language)
  return titled!
}
