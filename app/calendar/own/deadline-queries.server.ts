import { type Kysely, sql } from 'kysely'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Whose: everything of an address, or one order, or one entry of the waiting list. */
export type DeadlineOf = { emailKey: string } | { orderId: string } | { entryId: string }

export interface OwnDeadline {
  uid: string
  eventId: string
  kind: 'pay' | 'offer' | 'questions'
  at: Instant
  sequence: number
  updatedAt: Instant
  isOff: boolean
}

/** Of more deadlines of one person the latest are shown. */
export const MOST_DEADLINES = 500

/**
 * Orders that wait for money: their held seats until the first lapses, or what is owed for confirmed ones until its
 * day. What moves the day touches the order or its seats, whose last change therefore tells the SEQUENCE: the seconds
 * since the order was placed, which never go down.
 */
export async function payFacts(db: Kysely<Database>, of: DeadlineOf): Promise<OwnDeadline[]> {
  if ('entryId' in of) return []
  const rows = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .innerJoin('registrations', 'registrations.orderId', 'orders.id')
    .select(['orders.id', 'orders.eventId', 'orders.dueAt', 'orders.placedAt', 'orders.updatedAt'])
    .select((eb) => [
      eb.fn.min('registrations.heldUntil').as('heldUntil'),
      eb.fn.max('registrations.updatedAt').as('seatsAt'),
    ])
    .select((eb) => [sumOf(eb.ref('orders.id'), 'order_lines').as('charged')])
    .select((eb) => [
      sumOf(eb.ref('orders.id'), 'payments').as('paid'),
      sumOf(eb.ref('orders.id'), 'refunds').as('refunded'),
    ])
    .where((row) => ('orderId' in of ? row('orders.id', '=', of.orderId) : row('people.emailKey', '=', of.emailKey)))
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .groupBy(['orders.id', 'orders.eventId', 'orders.dueAt', 'orders.placedAt', 'orders.updatedAt'])
    .having((row) =>
      row.or([row(row.fn.min('registrations.heldUntil'), 'is not', null), row('orders.dueAt', 'is not', null)]),
    )
    .orderBy('orders.id', 'desc')
    .limit(MOST_DEADLINES)
    .execute()
  return rows.flatMap(({ id, eventId, dueAt, placedAt, ...row }) => {
    const at = dueAt ?? row.heldUntil
    if (at === null || Number(row.charged) - Number(row.paid) + Number(row.refunded) <= 0) return []
    const updatedAt = row.seatsAt > row.updatedAt ? row.seatsAt : row.updatedAt
    const sequence = secondsBetween(placedAt, updatedAt)
    return [{ uid: `deadline-${id}-pay`, eventId, kind: 'pay' as const, at, sequence, updatedAt, isOff: false }]
  })
}

/** In a person's calendar those that stand; of one entry the latest, also once it is over. */
export async function offerFacts(db: Kysely<Database>, of: DeadlineOf): Promise<OwnDeadline[]> {
  if ('orderId' in of) return []
  const rows = await db
    .selectFrom('offers')
    .innerJoin('waitingListEntries', 'waitingListEntries.id', 'offers.entryId')
    .innerJoin('people', 'people.id', 'waitingListEntries.personId')
    .select(['offers.id', 'offers.eventId', 'offers.untilAt', 'offers.state', 'offers.createdAt', 'offers.updatedAt'])
    .where((row) =>
      'entryId' in of
        ? row('offers.entryId', '=', of.entryId)
        : row.and([row('people.emailKey', '=', of.emailKey), row('offers.state', '=', 'open')]),
    )
    .orderBy('offers.id', 'desc')
    .limit('entryId' in of ? 1 : MOST_DEADLINES)
    .execute()
  return rows.map(({ id, eventId, untilAt, state, createdAt, updatedAt }) => ({
    uid: `deadline-${id}-offer`,
    eventId,
    kind: 'offer' as const,
    at: untilAt,
    sequence: secondsBetween(createdAt, updatedAt) + (state === 'open' ? 0 : 1),
    updatedAt,
    isOff: state !== 'open',
  }))
}

function sumOf(orderId: unknown, table: 'order_lines' | 'payments' | 'refunds') {
  return sql<
    number | string
  >`(select coalesce(sum(amount_minor), 0) from ${sql.table(table)} where order_id = ${orderId})`
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((epochMilliseconds(to) - epochMilliseconds(from)) / 1000))
}
