import { whyClosed } from '#app/registrations/offered.ts'
import { priceAt, type PriceStep } from '#app/registrations/prices/pricing.ts'
import type { Instant } from '#app/values/moment.ts'
import type { EventsTable, TicketTypesTable } from '#db/schema.ts'
import type { Selectable } from 'kysely'

/** Why a ticket cannot be bought now; `at` is when that began or ends, `name` whose seats it is about. */
export interface WhyNot {
  code:
    | NonNullable<ReturnType<typeof whyClosed>>
    | 'application'
    | 'award'
    | 'hidden'
    | 'code'
    | 'closed'
    | 'later'
    | 'ended'
    | 'no-price'
    | 'full'
    | 'waited-for'
  at?: Instant
  name?: string
}

type Event = Pick<Selectable<EventsTable>, 'status' | 'postponedAt' | 'admission' | 'startsAt' | 'endsAt' | 'currency'>

type Type = Pick<
  Selectable<TicketTypesTable>,
  'admission' | 'isHidden' | 'isClosed' | 'onSaleFromAt' | 'onSaleUntilAt'
> & { steps: PriceStep[] }

interface Pool {
  name: string
  size: number
  overBy: number
  taken: number
  waiting: number
}

/** Every reason at once: taking one away would not help while another stands. */
export function whyNotBought(event: Event, type: Type, pools: Pool[], now: Instant): WhyNot[] {
  const closed = whyClosed(event, now)
  return [
    ...(closed ? [{ code: closed }] : []),
    ...ofType(type, now),
    ...(priceAt(type.steps, event.currency, now).kind === 'none' ? [{ code: 'no-price' as const }] : []),
    ...pools.flatMap(({ name, size, overBy, taken, waiting }): WhyNot[] => {
      if (taken >= size + overBy) return [{ code: 'full', name }]
      return waiting > 0 ? [{ code: 'waited-for', name }] : []
    }),
  ]
}

function ofType({ admission, isHidden, isClosed, onSaleFromAt, onSaleUntilAt }: Type, now: Instant): WhyNot[] {
  return [
    ...(admission === 'application' || admission === 'award' || admission === 'code' ? [{ code: admission }] : []),
    ...(isHidden ? [{ code: 'hidden' as const }] : []),
    ...(isClosed ? [{ code: 'closed' as const }] : []),
    ...(onSaleFromAt !== null && now < onSaleFromAt ? [{ code: 'later' as const, at: onSaleFromAt }] : []),
    ...(onSaleUntilAt !== null && onSaleUntilAt <= now ? [{ code: 'ended' as const, at: onSaleUntilAt }] : []),
  ]
}
