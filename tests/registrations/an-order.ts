import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { PlacedOrder, PlaceOrder, PlacePerson } from '#app/registrations/placing.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { bookMoney } from '#app/payments/book-money.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'
import { newId } from '#app/values/id.ts'
import { transact } from '#db/transact.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import type { AttemptState, Database } from '#db/schema.ts'
import { NOW } from '#tests/support/app.ts'

let number = 0

export function aPerson(ticketTypeId: string, person: Partial<PlacePerson> = {}): PlacePerson {
  number++
  return { ticketTypeId, fullName: `Person ${number}`, email: `person-${number}@example.org`, ...person }
}

/** An order of one seat of the event's first ticket type, by card, unless told otherwise. */
export function anOrder(event: { id: string; tickets: { id: string }[] }, given: Partial<PlaceOrder> = {}): PlaceOrder {
  return {
    eventId: event.id,
    formKey: randomUUID(),
    language: 'en',
    people: [aPerson(event.tickets[0]!.id)],
    paymentMethod: 'card',
    ...given,
  }
}

/** Places one order and returns what it became. */
export async function placed(db: Kysely<Database>, order: PlaceOrder, now = NOW): Promise<PlacedOrder> {
  const [result] = await placeOrders(db, { orders: [order], now })
  if (!result?.ok) throw new Error(JSON.stringify(result))
  return result.value
}

export function codesOf(results: { ok: boolean; refusals?: { code: string }[] }[]): string[] {
  return results.map((result) => (result.ok ? 'placed' : result.refusals!.map(({ code }) => code).join(' ')))
}

/** The money of an order comes by a charge of its own, as it does from a provider; nothing when nothing is due. */
export async function paid(db: Kysely<Database>, orderId: string, now = NOW): Promise<void> {
  await transact(db, async (db) => {
    const { due, currency } = (await balanceOf(db, orderId))!
    if (due <= 0 || currency === null) return
    const amount = { amountMinor: due, currency }
    const id = await givenAttempt(db, { orderId, state: 'paid', amount, now })
    const money = { orderId, attemptId: id, method: 'card', reference: id, amount, expected: amount, now }
    await bookMoney(db, { ...money, receivedAt: now, actor: { kind: 'provider' } })
  })
}

export async function givenAttempt(
  db: Kysely<Database>,
  given: { orderId: string; state: AttemptState; amount?: Money; now?: Instant },
): Promise<string> {
  const { orderId, state, amount = { amountMinor: 100, currency: 'USD' }, now = NOW } = given
  const id = newId(now)
  const row = { id, orderId, number: 1, method: 'card', state, ...amount, createdAt: now, updatedAt: now }
  const none = { redirectUrl: null, expiresAt: null, checkedAt: null }
  await db
    .insertInto('paymentAttempts')
    .values({ ...row, ...none, providerReference: id })
    .execute()
  const object = { objectKind: 'payment-attempt', objectId: id, after: { state } }
  await recordAudit(db, now, [{ actor: { kind: 'system' }, action: `payment-attempt.${state}`, ...object }])
  return id
}
