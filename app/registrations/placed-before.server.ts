import type { Kysely } from 'kysely'
import type { Draft } from './examine-order.ts'
import type { PlacedOrder, PlaceOrder, PlaceRefusal } from './placing.ts'
import { totalOf } from './prices/pricing.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** The orders that these forms have placed already, by form key. */
export async function placedBefore(
  db: Kysely<Database>,
  orders: Pick<PlaceOrder, 'formKey' | 'eventId'>[],
): Promise<Map<string, Result<PlacedOrder, PlaceRefusal>>> {
  const keys = orders.map(({ formKey }) => formKey)
  const known = await db
    .selectFrom('orders')
    .select(['id', 'code', 'keyVersion', 'formKey', 'eventId'])
    .where('formKey', 'in', keys)
    .execute()
  if (known.length === 0) return new Map()
  const ids = known.map(({ id }) => id)
  const [registrations, lines] = await Promise.all([
    db
      .selectFrom('registrations')
      .select(['id', 'code', 'personId', 'ticketTypeId', 'orderId', 'state'])
      .where('orderId', 'in', ids)
      .execute(),
    db
      .selectFrom('orderLines')
      .select(['orderId', 'registrationId', 'amountMinor', 'currency'])
      .where('orderId', 'in', ids)
      .orderBy('position')
      .execute(),
  ])
  const seats = new Map(registrations.map((one) => [one.id, one]))
  const asked = new Map(orders.map((order) => [order.formKey, order]))
  return new Map(
    known.map(({ id, code, keyVersion, formKey, eventId }): [string, Result<PlacedOrder, PlaceRefusal>] => {
      if (asked.get(formKey)!.eventId !== eventId) return [formKey, refuse({ code: 'form-used' })]
      const ownLines = lines.filter(({ orderId }) => orderId === id)
      const own = [...new Set(ownLines.flatMap(({ registrationId }) => seats.get(registrationId ?? '') ?? []))]
      const due = totalOf(ownLines)
      const state = (['held', 'confirmed'] as const).find((state) => own.some((one) => one.state === state)) ?? 'ended'
      const placed = own.map(({ id, code, personId, ticketTypeId }) => ({ id, code, personId, ticketTypeId }))
      return [formKey, accept({ orderId: id, code, keyVersion, isNew: false, due, state, registrations: placed })]
    }),
  )
}

/** Those of the drafts' active keys that a registration holds now. */
export async function activeKeysOf(db: Kysely<Database>, drafts: Draft[]): Promise<Set<string>> {
  const keys = drafts.flatMap(({ seats }) => seats.flatMap(({ activeKey }) => activeKey ?? []))
  if (keys.length === 0) return new Set()
  const held = await db.selectFrom('registrations').select('activeKey').where('activeKey', 'in', keys).execute()
  return new Set(held.flatMap(({ activeKey }) => activeKey ?? []))
}
