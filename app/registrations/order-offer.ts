import { needsCode, whyNotOnSale, type OfferedType } from './offered.ts'
import { moneyOf, priceAt, type PriceStep } from './prices/pricing.ts'
import type { Question } from './questions/question.ts'
import type { Selectable } from 'kysely'
import type { EventsTable, PaymentTermsTable, SeriesMark } from '#db/schema.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

/** What the page for registering shows of an event, in the reader's language where there is one. */
export interface OrderOffer {
  event: FormEvent
  /** The organizer's price lists, the event's own first; one at most means there is nothing to choose. */
  currencies: string[]
  /** The one that prices are shown in. */
  currency: string | null
  /** Main tickets. */
  tickets: FormTicket[]
  addons: FormTicket[]
  questions: FormQuestion[]
}

export type FormEvent = Pick<
  Selectable<EventsTable>,
  | 'id'
  | 'slug'
  | 'status'
  | 'postponedAt'
  | 'admission'
  | 'startsOn'
  | 'endsOn'
  | 'startsAt'
  | 'endsAt'
  | 'zone'
  | 'city'
  | 'format'
  | 'currency'
  | 'confirmsOn'
  | 'paymentMethods'
  | 'contactEmail'
  | 'applyUntilAt'
  | 'conductUrl'
  | 'conductVersion'
> & { title: string; language: string; mark: SeriesMark; cancellationNote: string; terms: PaymentTermsTable[] }

export interface FormTicket {
  id: string
  code: string
  trackId: string | null
  name: string
  description: string
  /** The language of the two, where it is not the reader's. */
  language: string
  price: Money | null
  stepKind: PriceStep['kind'] | null
  priceUntil: Instant | null
  /** The zone in which the price's end was set: IANA, `UTC` or `AoE`; null: the event's. */
  closesZone: string | null
  state: 'open' | 'sold-out' | 'later' | 'closed'
  /** When a `later` one can be had. */
  opensAt: Instant | null
  /** Seats left, null without a limit. */
  left: number | null
  /** The numbers that one order may ask for now, besides none. */
  minimum: number
  maximum: number
  eligibility: OfferedType['eligibility']
  proof: OfferedType['proof']
  /** For an add-on: for somebody who comes along, and the main tickets it goes with (all when empty). */
  isGuest: boolean
  mainIds: string[]
}

export type FormQuestion = Question

/** As many as one can list in a menu. */
const MENU_MAXIMUM = 10

interface FormQuota {
  size: number
  overBy: number
  taken: number
  waiting: number
  /** Seats that the typed codes draw on, set aside in this quota. */
  reserved: number
}

type Facts = Omit<OfferedType, 'names' | 'quotaIds' | 'eventId' | 'steps'> & {
  steps: (PriceStep & { closesZone?: string | null })[]
  quotas: FormQuota[]
  mainIds: string[]
}

export interface FormMoment {
  currency: string | null
  now: Instant
  /** Whether a code that was typed opens it. */
  isOpened?: boolean
  /** Seats that are held for who asks: so many, at the price of that moment. */
  held?: { seats: number; pricedAt: Instant | null } | null
}

/** What a visitor may do with a ticket type at a moment, and for how much. */
export function formTicket(
  type: Facts,
  text: { name: string; description: string; language: string },
  { currency, now, isOpened = false, held = null }: FormMoment,
): FormTicket {
  const left = held ? held.seats : roomIn(type.quotas)
  const price = priceAt(type.steps, currency, held?.pricedAt ?? now)
  const step = price.kind === 'step' ? (price.step as Facts['steps'][number]) : null
  const reason = whyNotOnSale(type, now, isOpened) ?? (price.kind === 'none' ? 'not-on-sale' : null)
  const opensAt = reason === 'not-on-sale' ? nextStart(type, currency, now) : null
  const minimum = Math.max(1, type.minPerOrder)
  const isFull = left !== null && left < minimum
  const { name, description, language } = text
  return {
    id: type.id,
    code: type.code,
    trackId: type.trackId,
    name,
    description,
    language,
    price: moneyOf(price),
    stepKind: step?.kind ?? null,
    priceUntil: step?.endsAt ?? null,
    closesZone: step?.closesZone ?? null,
    state: reason ? (opensAt ? 'later' : 'closed') : isFull ? 'sold-out' : 'open',
    opensAt,
    left,
    minimum,
    maximum: Math.min(type.maxPerOrder, left ?? MENU_MAXIMUM, MENU_MAXIMUM),
    eligibility: type.eligibility,
    proof: type.proof,
    isGuest: type.allowsGuest === 1,
    mainIds: type.mainIds,
  }
}

/** Whether a page shows a ticket type at all: a hidden one, or one for a code, only once a code opens it. */
export function isShown(type: Pick<OfferedType, 'isHidden' | 'admission'>, isOpened: boolean): boolean {
  if (type.admission === 'application' || type.admission === 'award') return false
  return isOpened || !needsCode(type)
}

/** The add-ons that can be had beside a main ticket now. */
export function addonsFor({ addons }: Pick<OrderOffer, 'addons'>, ticket: Pick<FormTicket, 'id'>): FormTicket[] {
  return addons.filter(
    ({ state, mainIds }) => state === 'open' && (mainIds.length === 0 || mainIds.includes(ticket.id)),
  )
}

/** Whether anything that somebody with these main tickets can have now costs something. */
export function hasPrice({ addons }: Pick<OrderOffer, 'addons'>, mains: FormTicket[]): boolean {
  return [...mains, ...addons].some(({ price }) => price !== null)
}

/** The add-ons that belong to a main ticket and have no seat left. */
export function fullAddonsFor({ addons }: Pick<OrderOffer, 'addons'>, ticket: Pick<FormTicket, 'id'>): FormTicket[] {
  return addons.filter(
    ({ state, mainIds }) => state === 'sold-out' && (mainIds.length === 0 || mainIds.includes(ticket.id)),
  )
}

/** The seats that are free in all of a ticket's quotas; none in one that people wait for. Null without a limit. */
function roomIn(quotas: FormQuota[]): number | null {
  if (quotas.length === 0) return null
  const rooms = quotas.map(({ size, overBy, taken, waiting, reserved }) =>
    Math.max(reserved, waiting > 0 ? 0 : size + overBy - taken),
  )
  return Math.max(0, Math.min(...rooms))
}

/** When it can be had next: once its sale has begun and a price is in force. */
function nextStart({ onSaleFromAt, steps }: Facts, currency: string | null, now: Instant): Instant | null {
  const from = onSaleFromAt !== null && onSaleFromAt > now ? onSaleFromAt : now
  const starts = steps
    .filter((step) => step.currency === currency && (step.endsAt === null || step.endsAt > from))
    .map(({ startsAt }) => (startsAt === null || startsAt < from ? from : startsAt))
    .toSorted()
  const next = steps.length === 0 ? from : starts[0]
  return next === undefined || next <= now ? null : next
}
