import { type Kysely, sql } from 'kysely'
import type { EventMoney, moneyByMethod } from '#app/payments/finance/finance-events.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

/** What the orders of an event were asked for and owe, by currency, and how many of them owe, and are past their day. */
export async function owedFigures(db: Kysely<Database>, { eventId, now }: { eventId: string; now: Instant }) {
  const due = sql<number | string>`(coalesce(billed.total, 0) - coalesce(paid.total, 0) + coalesce(returned.total, 0))`
  const owes = sql`owed.seats > 0 and owed.due > 0`
  const rows = await db
    .selectFrom(
      db
        .selectFrom('orders')
        .leftJoin(perOrder(db, 'orderLines', eventId).as('billed'), 'billed.orderId', 'orders.id')
        .leftJoin(perOrder(db, 'payments', eventId).as('paid'), 'paid.orderId', 'orders.id')
        .leftJoin(perOrder(db, 'refunds', eventId).as('returned'), 'returned.orderId', 'orders.id')
        .leftJoin(seatsPerOrder(db, eventId).as('standing'), 'standing.orderId', 'orders.id')
        .select(['orders.currency', 'orders.dueAt', 'billed.total as lines', 'standing.seats', due.as('due')])
        .where('orders.eventId', '=', eventId)
        .where('orders.currency', 'is not', null)
        .as('owed'),
    )
    .select('owed.currency')
    .select([
      sql<number | string>`sum(case when owed.seats > 0 then owed.lines else 0 end)`.as('expected'),
      sql<number | string>`sum(case when ${owes} then owed.due else 0 end)`.as('due'),
      sql<number | string>`sum(case when owed.due < 0 then -owed.due else 0 end)`.as('overpaid'),
      sql<number | string>`sum(case when ${owes} then 1 else 0 end)`.as('orders'),
      sql<number | string>`sum(case when ${owes} and owed.due_at < ${now} then 1 else 0 end)`.as('overdue'),
    ])
    .groupBy('owed.currency')
    .orderBy('owed.currency')
    .execute()
  return rows.map((row) => ({
    currency: row.currency!,
    expected: Number(row.expected),
    due: Number(row.due),
    overpaid: Number(row.overpaid),
    orders: Number(row.orders),
    overdue: Number(row.overdue),
  }))
}

/**
 * What the rows of a table add up to for each order of an event, in the order's currency. Each table is read once: asking
 * for the sums of one order after the other takes MariaDB twice as long.
 */
function perOrder(db: Kysely<Database>, table: 'orderLines' | 'payments' | 'refunds', eventId: string) {
  return (
    db
      // All three have the columns that are read here.
      .selectFrom(`${table as 'payments'} as moved`)
      .innerJoin('orders as own', (join) =>
        join.onRef('own.id', '=', 'moved.orderId').onRef('own.currency', '=', 'moved.currency'),
      )
      .select('moved.orderId')
      .select((eb) => eb.fn.sum<number | string>('moved.amountMinor').as('total'))
      .where('own.eventId', '=', eventId)
      .groupBy('moved.orderId')
  )
}

function seatsPerOrder(db: Kysely<Database>, eventId: string) {
  return db
    .selectFrom('registrations')
    .select('orderId')
    .select((eb) => eb.fn.countAll<number | string>().as('seats'))
    .where('eventId', '=', eventId)
    .where('state', 'in', ['held', 'confirmed'])
    .groupBy('orderId')
}

type Owed = Awaited<ReturnType<typeof owedFigures>>
type Way = Awaited<ReturnType<typeof moneyByMethod>>[number]

/** The money of an event by currency, from what is owed and what came by each way. */
export function moneyOf(owed: Owed, ways: Way[]): EventMoney[] {
  const currencies = [...new Set([...owed, ...ways].map(({ currency }) => currency))].toSorted()
  return currencies.map((currency) => {
    const own = ways.filter((way) => way.currency === currency)
    const sum = (some: Way[], of: 'received' | 'refunded') => some.reduce((all, way) => all + way[of], 0)
    const asked = owed.find((row) => row.currency === currency)
    return {
      currency,
      expected: asked?.expected ?? 0,
      due: asked?.due ?? 0,
      overpaid: asked?.overpaid ?? 0,
      received: sum(
        own.filter(({ method }) => !isGiven(method)),
        'received',
      ),
      waived: sum(
        own.filter(({ method }) => isGiven(method)),
        'received',
      ),
      refunded: sum(own, 'refunded'),
    }
  })
}

/** Paid by a fund of the event, not by anybody's money. */
function isGiven(method: string): boolean {
  return method === 'waiver' || method === 'award'
}

/** Orders with seats that owe something, and those of them whose day has passed. */
export function owingOf(owed: Owed): { orders: number; overdue: number } {
  const sum = (of: 'orders' | 'overdue') => owed.reduce((all, row) => all + row[of], 0)
  return { orders: sum('orders'), overdue: sum('overdue') }
}

/** What each ticket type was billed for, in each currency: the lines of its seats that stand. */
export async function billedByType(db: Kysely<Database>, eventId: string): Promise<Map<string, Money[]>> {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('orderLines', (join) =>
      join
        .onRef('orderLines.orderId', '=', 'registrations.orderId')
        .onRef('orderLines.registrationId', '=', 'registrations.id'),
    )
    .select(['registrations.ticketTypeId', 'orderLines.currency'])
    .select(sql<number | string>`sum(order_lines.amount_minor)`.as('sum'))
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .groupBy(['registrations.ticketTypeId', 'orderLines.currency'])
    .execute()
  const billed = new Map<string, Money[]>()
  for (const { ticketTypeId, currency, sum } of rows.filter((row) => Number(row.sum) !== 0))
    billed.set(ticketTypeId, [...(billed.get(ticketTypeId) ?? []), { currency, amountMinor: Number(sum) }])
  return billed
}
