import type { Money } from '#app/values/money.ts'

interface Given {
  kind: string
  amountMinor: number
  currency: string
}

interface Share {
  ticket: Money | null
  /** The components of the award that are taken. */
  given: Given[]
  /** What the person asked for: the costs that they stated and do not cover themselves. */
  asked: { askedMinor: number | null; askedCurrency: string | null }
}

/**
 * What somebody still pays: the ticket as far as no fee component covers it, and what they asked for beyond what they
 * are given for travel and stay, when both are in one currency. Null for nothing.
 */
export function ownShare({ ticket, given, asked: { askedMinor, askedCurrency } }: Share): Money | null {
  const currency = ticket?.currency ?? given[0]?.currency ?? askedCurrency
  if (!currency) return null
  const sumOf = (own: Given[]) => own.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const inCurrency = given.filter((one) => one.currency === currency)
  const fee = sumOf(inCurrency.filter(({ kind }) => kind === 'fee'))
  const rest = sumOf(inCurrency.filter(({ kind }) => kind !== 'fee'))
  const forTicket = Math.max(0, (ticket?.currency === currency ? ticket.amountMinor : 0) - fee)
  const forCosts = askedMinor !== null && askedCurrency === currency ? Math.max(0, askedMinor - rest - fee) : 0
  const amountMinor = forTicket + forCosts
  return amountMinor > 0 ? { amountMinor, currency } : null
}
