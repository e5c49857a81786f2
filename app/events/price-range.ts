import { isOffered, type TicketFacts } from './registration-status.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

interface PricedType extends Pick<TicketFacts, 'admission' | 'isHidden' | 'isAddon'> {
  steps: { startsAt: Instant | null; endsAt: Instant | null; currency: string; amountMinor: number }[]
}

/**
 * What taking part costs at least, among what anyone can take and what is not over: `isFree` when nothing costs
 * anything, otherwise the lowest price in the event's currency (or in the first one that there is).
 */
export function priceRange(
  types: PricedType[],
  currency: string | null,
  now: Instant,
): { isFree: boolean; from: Money | null } {
  const steps = types.filter(isOffered).flatMap((type) => type.steps)
  const charged = steps.filter(({ amountMinor }) => amountMinor > 0)
  if (charged.length === 0) return { isFree: true, from: null }
  const toCome = charged.filter(({ endsAt }) => endsAt === null || endsAt > now)
  const [first] = toCome.length > 0 ? toCome : charged
  const listed = toCome.some((step) => step.currency === currency) ? currency! : first!.currency
  const amounts = (toCome.length > 0 ? toCome : charged).filter((step) => step.currency === listed)
  return {
    isFree: false,
    from: { amountMinor: Math.min(...amounts.map((step) => step.amountMinor)), currency: listed },
  }
}
