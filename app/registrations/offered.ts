import type { Selectable } from 'kysely'
import type { PriceStep } from './prices/pricing.ts'
import type { EventsTable, PaymentTermsTable, PriceRulesTable, TaxRulesTable, TicketTypesTable } from '#db/schema.ts'
import type { Voucher } from '#app/vouchers/voucher.ts'

export type OfferedEvent = Pick<
  Selectable<EventsTable>,
  | 'id'
  | 'status'
  | 'postponedAt'
  | 'admission'
  | 'language'
  | 'currency'
  | 'confirmsOn'
  | 'paymentMethods'
  | 'startsAt'
  | 'endsAt'
  | 'country'
> & {
  priceRules: PriceRule[]
  taxRules: TaxRule[]
  /** Of the methods that do not have the defaults. */
  terms: PaymentTermsTable[]
  /** Where the invoice comes from. */
  issuerCountry: string | null
}

/** A bundle or a group price, with its ticket types and, for a bundle, its prices by step. */
export type PriceRule = Pick<PriceRulesTable, 'id' | 'kind' | 'name' | 'minimum' | 'percentOff' | 'isCombinable'> & {
  types: { part: number; ticketTypeId: string }[]
  steps: Pick<PriceStep, 'kind' | 'currency' | 'amountMinor'>[]
}

export type TaxRule = Omit<TaxRulesTable, 'eventId'>

export type OfferedType = Omit<Selectable<TicketTypesTable>, 'position'> & {
  /** By language. */
  names: Map<string, string>
  steps: PriceStep[]
  quotaIds: string[]
}

/** What is on offer as the database says now: enough to judge orders by. */
export interface Offered {
  events: ReadonlyMap<string, OfferedEvent>
  types: ReadonlyMap<string, OfferedType>
  quotas: ReadonlyMap<string, { size: number; taken: number; waiting: number }>
  /** The main ticket types of add-ons that go with some only. */
  mains: ReadonlyMap<string, string[]>
  /** Those whose codes were typed. */
  vouchers: readonly Voucher[]
  /** What reservations that are not over have left, by quota: the blocks of those vouchers, and offers. */
  reserved: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Hashes that stand on the organizers' lists, as `eligibleKey` makes them. */
  eligible: ReadonlySet<string>
}

/** The name in the reader's language, else in the event's, else whichever there is. */
export function nameOf(type: OfferedType, ...languages: string[]): string {
  for (const language of languages) {
    const name = type.names.get(language)
    if (name) return name
  }
  return type.names.values().next().value ?? type.code
}

/** The methods that an event allows, in its own order. */
export function methodsOf(event: Pick<EventsTable, 'paymentMethods'>): string[] {
  return event.paymentMethods.split(/[\s,]+/).filter(Boolean)
}

/** Why nobody can register for an event now, whatever the ticket; null when one can. */
export function whyClosed(
  event: Pick<Selectable<EventsTable>, 'status' | 'postponedAt' | 'admission' | 'endsAt'>,
  now: string,
): 'cancelled' | 'postponed' | 'over' | 'not-published' | 'by-application' | 'by-invitation' | 'elsewhere' | null {
  if (event.status === 'cancelled') return 'cancelled'
  if (event.status !== 'published') return 'not-published'
  if (event.postponedAt !== null) return 'postponed'
  if (event.endsAt <= now) return 'over'
  if (event.admission === 'application') return 'by-application'
  if (event.admission === 'invitation') return 'by-invitation'
  return event.admission === 'none' ? 'elsewhere' : null
}

/** Whether only a voucher that opens it gives a ticket type. */
export function needsCode({ isHidden, admission }: Pick<OfferedType, 'isHidden' | 'admission'>): boolean {
  return isHidden === 1 || admission === 'code'
}

/**
 * Why a ticket type cannot be taken now, leaving seats and prices aside; null when it can.
 * @param isOpened whether a voucher opens it
 */
export function whyNotOnSale(
  type: Pick<OfferedType, 'isHidden' | 'isClosed' | 'admission' | 'onSaleFromAt' | 'onSaleUntilAt'>,
  now: string,
  isOpened = false,
): 'ticket-unknown' | 'ticket-closed' | 'not-on-sale' | null {
  if (type.admission === 'application' || type.admission === 'award') return 'ticket-unknown'
  if (needsCode(type) && !isOpened) return 'ticket-unknown'
  if (type.isClosed) return 'ticket-closed'
  if (type.onSaleFromAt !== null && now < type.onSaleFromAt) return 'not-on-sale'
  return type.onSaleUntilAt !== null && type.onSaleUntilAt <= now ? 'ticket-closed' : null
}
