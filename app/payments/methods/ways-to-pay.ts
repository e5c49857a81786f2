import type { Gateways } from '../gateway.ts'
import type { WayToPay } from './instructions.ts'
import { isWithin, type MethodTerms } from '#app/registrations/payment-terms.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { PaymentMethod } from '#db/schema.ts'

/**
 * The ways that can be offered to somebody who registers, as an event lists them: one that is not set up here is left
 * out, and one whose provider does not work now is too, unless there is no other.
 */
export function workingMethods<Method extends string>(gateways: Gateways, methods: Method[]): Method[] {
  const known = methods.filter((method) => gateways[method] !== undefined)
  const working = known.filter((method) => isWorking(gateways, method))
  return working.length > 0 ? working : known
}

/**
 * Every way of an event for one sum, with why it cannot be used now where it cannot. A provider that does not work now
 * is tried all the same where nothing else is left.
 */
export function waysToPay(
  gateways: Gateways,
  {
    terms,
    chosen,
    amount,
    now,
  }: { terms: Map<PaymentMethod, MethodTerms>; chosen: string | null; amount: Money; now: Instant },
): WayToPay[] {
  const ways = [...terms].flatMap(([method, term]): WayToPay[] => {
    const gateway = gateways[method]
    if (!gateway) return []
    const minimum = gateway.minimumOf(amount.currency)
    const isTooSmall = minimum !== null && amount.amountMinor < minimum.amountMinor
    const { fromAt, untilAt } = term
    const closed = !gateway.takesCurrency(amount.currency)
      ? 'currency'
      : isTooSmall
        ? 'too-small'
        : !isWorking(gateways, method)
          ? 'unavailable'
          : isWithin(term, now)
            ? null
            : untilAt !== null && untilAt <= now
              ? 'over'
              : 'not-yet'
    return [{ method, isChosen: method === chosen, closed, minimum: isTooSmall ? minimum : null, fromAt }]
  })
  if (ways.some(({ closed }) => closed === null)) return ways
  return ways.map((way) => (way.closed === 'unavailable' ? { ...way, closed: null } : way))
}

function isWorking(gateways: Gateways, method: string): boolean {
  return (gateways[method]?.standing?.() ?? 'working') === 'working'
}
