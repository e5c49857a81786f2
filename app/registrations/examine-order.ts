import { activeKey } from './active-key.ts'
import {
  methodsOf,
  nameOf,
  type Offered,
  type OfferedEvent,
  type OfferedType,
  whyClosed,
  whyNotOnSale,
} from './offered.ts'
import type { PlaceOrder, PlacePerson, PlaceRefusal } from './placing.ts'
import { isSamePrice, moneyOf, priceAt, totalOf } from './pricing.ts'
import { type Demand, sumDemand } from './seat-demand.ts'
import type { Instant } from '#app/values/moment.ts'
import { formatMoney, type Money } from '#app/values/money.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** A seat of an order that may be placed as far as its offer goes. */
export interface Seat {
  person: PlacePerson
  type: OfferedType
  /** The ticket's name as the order's line keeps it. */
  name: string
  stepKind: string | null
  money: Money | null
  activeKey: string | null
}

/** An order that may be placed if its seats are free and nobody on it is registered already. */
export interface Draft {
  order: PlaceOrder
  event: OfferedEvent
  seats: Seat[]
  due: Money | null
  demand: Demand
}

export type Examined = { ok: true; draft: Draft } | { ok: false; refusals: Refusal<PlaceRefusal>[] }

/** Judges one order by what is on offer, without looking at how many seats are left. Refusals name the form's fields. */
export function examineOrder(order: PlaceOrder, offered: Offered, now: Instant): Examined {
  const event = offered.events.get(order.eventId)
  if (!event || (!order.isPrivileged && whyClosed(event, now))) return refused({ code: 'event-closed' })
  if (order.people.length === 0) return refused({ code: 'no-people' })

  const refusals: Refusal<PlaceRefusal>[] = []
  const seats: Seat[] = []
  for (const [at, person] of order.people.entries()) {
    const seat = examineSeat(order, event, person, at, offered, now)
    if ('code' in seat) refusals.push(seat)
    else seats.push(seat)
  }
  refusals.push(...numberRefusals(seats, order), ...repeatRefusals(order, offered))
  if (refusals.length > 0) return refused(...withoutRepeats(refusals))

  const due = totalOf(seats.map(({ money }) => money))
  if (due && !order.isPrivileged && !methodsOf(event).includes(order.paymentMethod ?? ''))
    return refused({ code: 'payment-method', field: 'method' })
  const demand = sumDemand(seats.map(({ type }) => type))
  return { ok: true, draft: { order, event, seats, due, demand } }
}

function examineSeat(
  order: PlaceOrder,
  event: OfferedEvent,
  person: PlacePerson,
  at: number,
  offered: Offered,
  now: Instant,
): Seat | Refusal<PlaceRefusal> {
  const type = offered.types.get(person.ticketTypeId)
  if (type?.eventId !== event.id) return { code: 'ticket-unknown', field: `people[${at}].ticket` }
  const name = nameOf(type, order.language, event.language)
  const field = `tickets.${type.code}`
  const reason = order.isPrivileged ? null : whyNotOnSale(type, now)
  if (reason) return { code: reason, field, details: { ticket: name } }
  const price = priceAt(type.steps, event.currency, now)
  if (price.kind === 'none') return { code: 'not-on-sale', field, details: { ticket: name } }
  const money = moneyOf(price)
  if (person.shown !== undefined && !isSamePrice(person.shown, money)) {
    if (money === null) return { code: 'now-free', field, details: { ticket: name } }
    return { code: 'price-changed', field, details: { ticket: name, price: formatMoney(money, order.language) } }
  }
  const stepKind = price.kind === 'step' ? price.step.kind : null
  return { person, type, name, stepKind, money, activeKey: activeKey(event.id, person.email, type) }
}

/** How many of one type an order may have; `minPerOrder` concerns orders that have any. */
function numberRefusals(seats: Seat[], order: PlaceOrder): Refusal<PlaceRefusal>[] {
  if (order.isPrivileged) return []
  return [...Map.groupBy(seats, ({ type }) => type)].flatMap(([type, { length, 0: first }]) => {
    const of = (code: 'too-few' | 'too-many', limit: number) => [
      { code, field: `tickets.${type.code}`, details: { ticket: first!.name, limit } },
    ]
    if (length < type.minPerOrder) return of('too-few', type.minPerOrder)
    return length > type.maxPerOrder ? of('too-many', type.maxPerOrder) : []
  })
}

function repeatRefusals(order: PlaceOrder, offered: Offered): Refusal<PlaceRefusal>[] {
  const seen = new Set<string>()
  return order.people.flatMap((person, at) => {
    const type = offered.types.get(person.ticketTypeId)
    const key = type ? activeKey(order.eventId, person.email, type) : null
    if (key === null) return []
    if (seen.has(key)) return [{ code: 'twice-in-order' as const, field: `people[${at}].email` }]
    seen.add(key)
    return []
  })
}

/** Two seats of one ticket type that is closed are told once. */
function withoutRepeats(refusals: Refusal<PlaceRefusal>[]): Refusal<PlaceRefusal>[] {
  return [...new Map(refusals.map((refusal) => [`${refusal.code} ${refusal.field}`, refusal])).values()]
}

function refused(...refusals: Refusal<PlaceRefusal>[]): Examined {
  return { ok: false, refusals }
}
