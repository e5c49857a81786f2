import { nameOf, type OfferedEvent, type OfferedType } from '../offered.ts'
import type { PlaceOrder, PlacePerson, PlaceRefusal } from '../placing.ts'
import { isSamePrice, moneyOf, priceAt, type PriceStep } from './pricing.ts'
import { formatMoney } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Refusal } from '#app/values/refusal.ts'
import { emailKey } from '#app/values/text.ts'

/** A seat with the price of its step, before whatever lowers it, and before a tax that is added. */
export interface PricedSeat {
  /** Its place in `order.people`. */
  at: number
  person: PlacePerson
  type: OfferedType
  /** The ticket's name as the order's line keeps it. */
  name: string
  stepKind: PriceStep['kind'] | null
  amountMinor: number
  /** Who sits on it: seats of one person have the same key. */
  personKey: string
}

/** The price list that an order uses. */
export function currencyOf(order: PlaceOrder, event: Pick<OfferedEvent, 'currency'>): string | null {
  return order.currency ?? event.currency
}

/** One seat at the price of its step, or why it has none. An offer may carry the moment whose price holds. */
export function priceSeat(
  order: PlaceOrder,
  event: OfferedEvent,
  type: OfferedType,
  at: number,
  now: Instant,
): PricedSeat | Refusal<PlaceRefusal> {
  const person = order.people[at]!
  const name = nameOf(type, order.language, event.language)
  const field = `tickets.${type.code}`
  const currency = currencyOf(order, event)
  const price = priceAt(type.steps, currency, order.reservation?.pricedAt ?? now)
  if (price.kind === 'none') {
    const isListed = !order.currency || type.steps.some((step) => step.currency === order.currency)
    if (isListed) return { code: 'not-on-sale', field, details: { ticket: name } }
    return { code: 'currency', field, details: { ticket: name, currency: order.currency! } }
  }
  const money = moneyOf(price)
  if (person.shown !== undefined && !isSamePrice(person.shown, money)) {
    if (money === null) return { code: 'now-free', field, details: { ticket: name } }
    return { code: 'price-changed', field, details: { ticket: name, price: formatMoney(money, order.language) } }
  }
  return {
    at,
    person,
    type,
    name,
    stepKind: price.kind === 'step' ? price.step.kind : null,
    amountMinor: money?.amountMinor ?? 0,
    personKey: personKey(order, at, type),
  }
}

/** The seats of one person: those of one address, or a main ticket and its add-ons. Who comes along is somebody else. */
function personKey(order: PlaceOrder, at: number, type: OfferedType): string {
  const main = order.people[at]!.mainAt
  const root = main !== undefined && order.people[main] && !type.allowsGuest ? main : at
  const address = emailKey(order.people[root]!.email)
  return address === '' || order.people[root]!.isUnnamed ? `#${root}` : address
}
