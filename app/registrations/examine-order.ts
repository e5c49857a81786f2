import { activeKey } from './active-key.ts'
import { examineProof, type SeatProof } from './eligibility.ts'
import { findMain } from './find-main.ts'
import { methodsOf, type Offered, type OfferedEvent, type OfferedType, whyClosed } from './offered.ts'
import { type Agreed, agreedBy, isPaymentMethod, isWithin, termsOf } from './payment-terms.ts'
import type { PlaceOrder, PlacePerson, PlaceRefusal } from './placing.ts'
import type { PriceLine } from './prices/price-line.ts'
import { priceOrder } from './prices/price-order.ts'
import type { PricedSeat } from './prices/price-seats.ts'
import { opens, type VoucherUse } from './prices/price-vouchers.ts'
import { isSamePrice } from './prices/pricing.ts'
import { type Demand, sumDemand } from './seats/seat-demand.ts'
import type { Instant } from '#app/values/moment.ts'
import { formatMoney, type Money } from '#app/values/money.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** A seat of an order that may be placed as far as its offer goes. */
export interface Seat {
  person: PlacePerson
  type: OfferedType
  /** The ticket's name as the order's line keeps it. */
  name: string
  activeKey: string | null
  /** For an add-on: which of the order's seats its main ticket has. */
  mainAt: number | null
  proof: SeatProof | null
}

/** An order that may be placed if its seats are free and nobody on it is registered already. */
export interface Draft {
  order: PlaceOrder
  event: OfferedEvent
  seats: Seat[]
  lines: PriceLine[]
  uses: VoucherUse[]
  isReverseCharge: boolean
  due: Money | null
  agreed: Agreed
  demand: Demand
}

export type Examined = { ok: true; draft: Draft } | { ok: false; refusals: Refusal<PlaceRefusal>[] }

/** More people than this are no order, whoever asks for them. */
const PEOPLE_LIMIT = 400

/** Judges one order by what is on offer, without looking at how many seats are left. Refusals name the form's fields. */
export function examineOrder(order: PlaceOrder, offered: Offered, now: Instant, holdMinutes: number): Examined {
  const event = offered.events.get(order.eventId)
  if (!event || (!order.isPrivileged && whyClosed(event, now))) return refused({ code: 'event-closed' })
  if (order.people.length === 0) return refused({ code: 'no-people' })
  const tooMany = tooManyPeople(order, offered)
  if (tooMany) return refused(tooMany)

  const priced = priceOrder({ order, offered, vouchers: offered.vouchers, now })
  const refusals = [...priced.refusals]
  const seats: Seat[] = []
  for (const seat of priced.seats) {
    const examined = examineSeat(seat, order, event, offered, priced.uses)
    if ('code' in examined) refusals.push(examined)
    else seats.push(examined)
  }
  refusals.push(...numberRefusals(priced.seats, order), ...repeatRefusals(order, offered), ...ordererRefusals(order))
  if (refusals.length > 0) return refused(...withoutRepeats(refusals))

  const { due, lines, uses, isReverseCharge } = priced
  if (order.shownDue !== undefined && !isSamePrice(order.shownDue, due))
    return refused({
      code: 'total-changed',
      field: 'shownDue',
      details: { price: formatMoney(due ?? { amountMinor: 0, currency: order.shownDue!.currency }, order.language) },
    })
  const nothingToPay: Agreed = { confirmsOn: event.confirmsOn, dueAt: null, heldUntil: null }
  const agreed = due ? agreedTerms(order, event, now, holdMinutes) : nothingToPay
  if (agreed === null) return refused({ code: 'payment-method', field: 'method' })
  const demand = sumDemand(seats.map(({ type }) => type))
  return { ok: true, draft: { order, event, seats, lines, uses, isReverseCharge, due, agreed, demand } }
}

/** What the chosen method means; null when it is not on offer now. What an organizer places without one is as the event says. */
function agreedTerms(order: PlaceOrder, event: OfferedEvent, now: Instant, holdMinutes: number): Agreed | null {
  const method = order.paymentMethod ?? ''
  const isOffered = methodsOf(event).includes(method) && isPaymentMethod(method)
  if (!isOffered && !order.isPrivileged) return null
  const terms = termsOf(event, event.terms, isPaymentMethod(method) ? method : 'card')
  if (!order.isPrivileged && !isWithin(terms, now)) return null
  return agreedBy(terms, event, now, holdMinutes)
}

function examineSeat(
  { at, person, type, name }: PricedSeat,
  order: PlaceOrder,
  event: OfferedEvent,
  offered: Offered,
  uses: VoucherUse[],
): Seat | Refusal<PlaceRefusal> {
  const field = `people[${at}]`
  const mainAt = findMain(order, at, offered)
  if (mainAt === undefined) return { code: 'needs-main', field: `tickets.${type.code}`, details: { ticket: name } }
  const isOpened = uses.some(({ voucher, seats }) => seats.includes(at) && opens(voucher, type))
  const examined = examineProof(type, person, event, { eligible: offered.eligible, isOpened })
  const key = keyOf(person, event.id, type)
  if (typeof examined === 'object') return { person, type, name, activeKey: key, mainAt, proof: examined.proof }
  // Whoever adds somebody by hand vouches for them.
  if (order.isPrivileged) return { person, type, name, activeKey: key, mainAt, proof: vouched(type) }
  return { code: examined, field: `${field}.proof`, details: { ticket: name } }
}

function vouched({ eligibility, proof }: OfferedType): SeatProof {
  return { eligibility, how: proof, fileId: null, isVerified: true }
}

/** None for a seat without a name, and for who comes along without an address. */
function keyOf({ email, isUnnamed }: PlacePerson, eventId: string, type: OfferedType): string | null {
  return isUnnamed || email === '' ? null : activeKey(eventId, email, type)
}

/** Told at once, before anything is counted. */
function tooManyPeople({ people }: PlaceOrder, { types }: Offered): Refusal<PlaceRefusal> | null {
  if (people.length <= PEOPLE_LIMIT) return null
  const type = types.get(people[0]!.ticketTypeId)
  const details = { ticket: type?.names.values().next().value ?? '', limit: type?.maxPerOrder ?? PEOPLE_LIMIT }
  return { code: 'too-many', field: `tickets.${type?.code ?? ''}`, details }
}

/** How many of one type an order may have; `minPerOrder` concerns orders that have any. */
function numberRefusals(seats: PricedSeat[], order: PlaceOrder): Refusal<PlaceRefusal>[] {
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
    const key = type ? keyOf(person, order.eventId, type) : null
    if (key === null) return []
    if (seen.has(key)) return [{ code: 'twice-in-order' as const, field: `people[${at}].email` }]
    seen.add(key)
    return []
  })
}

/** Somebody has to be written to: the orderer, else the first person. */
function ordererRefusals({ people, orderer }: PlaceOrder): Refusal<PlaceRefusal>[] {
  const { fullName, email } = orderer ?? (people[0]!.isUnnamed ? { fullName: '', email: '' } : people[0]!)
  if (fullName.trim() !== '' && email.trim() !== '') return []
  return [{ code: 'orderer-missing', field: orderer || people[0]!.isUnnamed ? 'orderer' : 'people[0].email' }]
}

/** Two seats of one ticket type that is closed are told once. */
function withoutRepeats(refusals: Refusal<PlaceRefusal>[]): Refusal<PlaceRefusal>[] {
  return [...new Map(refusals.map((refusal) => [`${refusal.code} ${refusal.field}`, refusal])).values()]
}

function refused(...refusals: Refusal<PlaceRefusal>[]): Examined {
  return { ok: false, refusals }
}
