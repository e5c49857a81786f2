import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'
import type { PriceStepsTable } from '#db/schema.ts'

export type PriceStep = Pick<PriceStepsTable, 'kind' | 'currency' | 'amountMinor' | 'startsAt' | 'endsAt'>

/** What a ticket type costs at a moment: nothing, an amount by a step, or that no step is in force. */
export type Price = { kind: 'free' } | { kind: 'step'; step: PriceStep; money: Money } | { kind: 'none' }

/**
 * The price in one currency at a moment. A ticket type without any step is free; one with steps of which none is in
 * force is not for sale. A step is in force from its first moment until just before its last.
 */
export function priceAt(steps: PriceStep[], currency: string | null, now: Instant): Price {
  if (steps.length === 0) return { kind: 'free' }
  const step = steps.find(
    (step) =>
      step.currency === currency &&
      (step.startsAt === null || step.startsAt <= now) &&
      (step.endsAt === null || now < step.endsAt),
  )
  if (!step) return { kind: 'none' }
  return { kind: 'step', step, money: { amountMinor: whole(step.amountMinor), currency: step.currency } }
}

/** The amount of a price as lines and forms carry it: null when it is free or is not for sale. */
export function moneyOf(price: Price): Money | null {
  return price.kind === 'step' && price.money.amountMinor > 0 ? price.money : null
}

export function isSamePrice(one: Money | null, other: Money | null): boolean {
  const [a, b] = [one?.amountMinor ?? 0, other?.amountMinor ?? 0]
  return a === b && (a === 0 || one?.currency === other?.currency)
}

/** The sum of amounts of one currency, null when there is nothing to pay. */
export function totalOf(amounts: (Money | null)[]): Money | null {
  const paid = amounts.filter((money) => money !== null)
  const amountMinor = whole(paid.reduce((sum, money) => sum + money.amountMinor, 0))
  if (paid.some((money) => money.currency !== paid[0]!.currency)) throw new Error('An order is in one currency.')
  return amountMinor === 0 ? null : { amountMinor, currency: paid[0]!.currency }
}

function whole(amountMinor: number): number {
  if (!Number.isSafeInteger(amountMinor)) throw new Error('An amount is an integer of the minor unit.')
  return amountMinor
}
