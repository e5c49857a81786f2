import { decimalsOf, type Money } from '#app/values/money.ts'

/**
 * Stripe's own decimals where they are not ISO 4217's or not two. ISK and UGX have none but are sent with two;
 * MGA has two but is sent without. https://docs.stripe.com/currencies#zero-decimal and #special-cases
 */
const PROVIDER_DECIMALS: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  MGA: 0,
  PYG: 0,
  RWF: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  ISK: 2,
  UGX: 2,
}

/** The most that one charge can be, in the provider's units: eight digits. */
const MAXIMUM = 99_999_999

/** What Stripe is told, or null when it cannot be told: a currency with three decimals, a fraction it has no unit for, too much. */
export function toProviderAmount(money: Money): number | null {
  const ours = decimalsOf(money.currency)
  if (ours > 2) return null
  const amount = rescale(money.amountMinor, ours, PROVIDER_DECIMALS[money.currency] ?? 2)
  return amount !== null && amount <= MAXIMUM ? amount : null
}

/** Stripe's amount as money, or null when it is a fraction of our smallest unit. `currency` in any case. */
export function fromProviderAmount(amount: number, currency: string): Money | null {
  const code = currency.toUpperCase()
  const amountMinor = rescale(amount, PROVIDER_DECIMALS[code] ?? 2, decimalsOf(code))
  return amountMinor === null ? null : { amountMinor, currency: code }
}

function rescale(amount: number, from: number, to: number): number | null {
  if (!Number.isSafeInteger(amount) || amount < 0) return null
  if (from <= to) return amount * 10 ** (to - from)
  const divisor = 10 ** (from - to)
  return amount % divisor === 0 ? amount / divisor : null
}

/** The least that Stripe charges, in the currency's minor unit. https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const MINIMUM: Record<string, number> = {
  AED: 200,
  AUD: 50,
  BGN: 100,
  BRL: 50,
  CAD: 50,
  CHF: 50,
  CZK: 1500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HKD: 400,
  HUF: 17500,
  INR: 50,
  JPY: 50,
  MXN: 1000,
  MYR: 200,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  RON: 200,
  SEK: 300,
  SGD: 50,
  THB: 1000,
  USD: 50,
}

/** Null where the provider publishes none: it depends on the currency of the account, and the provider will say. */
export function minimumCharge(currency: string): Money | null {
  const amountMinor = MINIMUM[currency]
  return amountMinor === undefined ? null : { amountMinor, currency }
}
