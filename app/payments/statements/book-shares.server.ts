import type { Kysely } from 'kysely'
import { bookMoney } from '../book-money.server.ts'
import { bookPlainMoney } from '../book-plain-money.server.ts'
import type { Share } from './match-plan.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { plainOrders } from '#app/registrations/seats/confirm-plain-orders.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** One line of a statement and where its money goes. */
export interface SharedLine {
  id: string
  currency: string
  receivedAt: Instant
  /** How many matches the line has already: the next payment's reference goes on from there. */
  matchCount: number
  shares: Share[]
}

/** What the orders that are shared to look like, before any of it is booked. */
export interface SharedOrder {
  id: string
  eventId: string
  due: number
}

/**
 * Books the shares of lines as payments by bank transfer and notes which line paid what, inside a transaction and with
 * the orders locked. Money that is exactly what an order owes, and needs nothing but held seats, goes all at once; the
 * rest one by one.
 */
export async function bookShares(
  db: Kysely<Database>,
  { lines, orders, now, actor }: { lines: SharedLine[]; orders: SharedOrder[]; now: Instant; actor: Actor },
): Promise<void> {
  const byId = new Map(orders.map((order) => [order.id, order]))
  const money = lines.flatMap(({ id, currency, receivedAt, matchCount, shares }) =>
    shares.map(({ orderId, amountMinor }, at) => ({
      lineId: id,
      orderId,
      eventId: byId.get(orderId)!.eventId,
      method: 'bank-transfer',
      reference: matchCount + at === 0 ? id : `${id}:${matchCount + at + 1}`,
      amountMinor,
      currency,
      receivedAt,
    })),
  )
  const counts = Map.groupBy(money, ({ orderId }) => orderId)
  const exact = money.filter(
    ({ orderId, amountMinor }) => counts.get(orderId)!.length === 1 && byId.get(orderId)!.due === amountMinor,
  )
  const plain = await plainOrders(
    db,
    exact.map(({ orderId }) => orderId),
  )
  const isPlain = (one: (typeof money)[number]) => exact.includes(one) && plain.has(one.orderId)
  const paid = await bookPlainMoney(db, {
    money: exact.filter(({ orderId }) => plain.has(orderId)).map(({ lineId: _lineId, ...one }) => one),
    now,
    actor,
  })
  const matches: { lineId: string; paymentId: string; orderId: string; eventId: string; amountMinor: number }[] = []
  for (const one of money) {
    const { lineId, orderId, eventId, method, reference, amountMinor, currency, receivedAt } = one
    const paymentId = isPlain(one)
      ? paid.get(orderId)!
      : (
          await bookMoney(db, {
            orderId,
            attemptId: null,
            method,
            reference,
            amount: { amountMinor, currency },
            expected: null,
            receivedAt,
            actor,
            now,
          })
        ).paymentId
    // A reference that is booked already is finance's to look at, and no match.
    if (paymentId !== null) matches.push({ lineId, paymentId, orderId, eventId, amountMinor })
  }
  await noteMatches(db, matches, { now, actor })
}

async function noteMatches(
  db: Kysely<Database>,
  matches: { lineId: string; paymentId: string; orderId: string; eventId: string; amountMinor: number }[],
  { now, actor }: { now: Instant; actor: Actor },
): Promise<void> {
  if (matches.length === 0) return
  const matchedBy = actor.kind === 'account' ? (actor.id ?? null) : null
  await db
    .insertInto('statementMatches')
    .values(matches.map(({ eventId: _eventId, ...match }) => ({ ...match, matchedBy, createdAt: now })))
    .execute()
  await recordAudit(
    db,
    now,
    matches.map(({ lineId, paymentId, orderId, eventId, amountMinor }) => ({
      actor,
      action: 'statement-line.matched',
      objectKind: 'statement-line',
      objectId: lineId,
      eventId,
      after: { paymentId, orderId, amountMinor },
    })),
  )
}
