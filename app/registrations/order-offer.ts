import { whyNotOnSale, type OfferedType } from './offered.ts'
import { moneyOf, priceAt, type PriceStep } from './pricing.ts'
import type { EventsTable, QuestionKind, SeriesMark } from '#db/schema.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

/** What the page for registering shows of an event, in the reader's language where there is one. */
export interface OrderOffer {
  event: FormEvent
  tickets: FormTicket[]
  questions: FormQuestion[]
}

export type FormEvent = Pick<
  EventsTable,
  | 'id'
  | 'slug'
  | 'status'
  | 'admission'
  | 'startsOn'
  | 'endsOn'
  | 'endsAt'
  | 'zone'
  | 'city'
  | 'format'
  | 'currency'
  | 'confirmsOn'
  | 'paymentMethods'
  | 'contactEmail'
  | 'applyUntilAt'
> & { title: string; language: string; mark: SeriesMark; cancellationNote: string }

export interface FormTicket {
  id: string
  code: string
  name: string
  description: string
  /** The language of the two, where it is not the reader's. */
  language: string
  price: Money | null
  stepKind: PriceStep['kind'] | null
  priceUntil: Instant | null
  state: 'open' | 'sold-out' | 'later' | 'closed'
  /** When a `later` one can be had. */
  opensAt: Instant | null
  /** Seats left, null without a limit. */
  left: number | null
  /** The numbers that one order may ask for now, besides none. */
  minimum: number
  maximum: number
}

export interface FormQuestion {
  id: string
  code: string
  kind: QuestionKind
  isRequired: boolean
  label: string
  help: string
  language: string
  options: { value: string; label: string }[]
  /** Asked with these ticket types only; with all of them when empty. */
  ticketTypeIds: string[]
}

/** As many as one can list in a menu. */
const MENU_MAXIMUM = 10

type Facts = Omit<OfferedType, 'names' | 'quotaIds' | 'eventId' | 'trackId'> & {
  quotas: { size: number; overBy: number; taken: number }[]
}

/** What a visitor may do with a ticket type at a moment, and for how much. */
export function formTicket(
  type: Facts,
  text: { name: string; description: string; language: string },
  currency: string | null,
  now: Instant,
): FormTicket {
  const left = type.quotas.length === 0 ? null : Math.max(0, Math.min(...type.quotas.map(roomOf)))
  const price = priceAt(type.steps, currency, now)
  const reason = whyNotOnSale(type, now) ?? (price.kind === 'none' ? 'not-on-sale' : null)
  const opensAt = reason === 'not-on-sale' ? nextStart(type, currency, now) : null
  const minimum = Math.max(1, type.minPerOrder)
  const isFull = left !== null && left < minimum
  const { name, description, language } = text
  return {
    id: type.id,
    code: type.code,
    name,
    description,
    language,
    price: moneyOf(price),
    stepKind: price.kind === 'step' ? price.step.kind : null,
    priceUntil: price.kind === 'step' ? price.step.endsAt : null,
    state: reason ? (opensAt ? 'later' : 'closed') : isFull ? 'sold-out' : 'open',
    opensAt,
    left,
    minimum,
    maximum: Math.min(type.maxPerOrder, left ?? MENU_MAXIMUM, MENU_MAXIMUM),
  }
}

function roomOf({ size, overBy, taken }: { size: number; overBy: number; taken: number }): number {
  return size + overBy - taken
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
