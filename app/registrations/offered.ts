import type { Selectable } from 'kysely'
import type { PriceStep } from './pricing.ts'
import type { EventsTable, TicketTypesTable } from '#db/schema.ts'

export type OfferedEvent = Pick<
  EventsTable,
  'id' | 'status' | 'admission' | 'language' | 'currency' | 'confirmsOn' | 'paymentMethods' | 'endsAt'
>

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
  quotas: ReadonlyMap<string, { size: number; taken: number }>
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
  event: Pick<EventsTable, 'status' | 'admission' | 'endsAt'>,
  now: string,
): 'cancelled' | 'over' | 'not-published' | 'by-application' | 'by-invitation' | 'elsewhere' | null {
  if (event.status === 'cancelled') return 'cancelled'
  if (event.status !== 'published') return 'not-published'
  if (event.endsAt <= now) return 'over'
  if (event.admission === 'application') return 'by-application'
  if (event.admission === 'invitation') return 'by-invitation'
  return event.admission === 'none' ? 'elsewhere' : null
}

/** Why a ticket type cannot be taken now, leaving seats and prices aside; null when it can. */
export function whyNotOnSale(
  type: Pick<OfferedType, 'isHidden' | 'isClosed' | 'admission' | 'onSaleFromAt' | 'onSaleUntilAt'>,
  now: string,
): 'ticket-unknown' | 'ticket-closed' | 'not-on-sale' | null {
  if (type.isHidden || type.admission !== 'open') return 'ticket-unknown'
  if (type.isClosed) return 'ticket-closed'
  if (type.onSaleFromAt !== null && now < type.onSaleFromAt) return 'not-on-sale'
  return type.onSaleUntilAt !== null && type.onSaleUntilAt <= now ? 'ticket-closed' : null
}
