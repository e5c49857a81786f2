import { remember, rememberLast } from './remember.ts'

/** An amount in the currency's minor unit (ISO 4217), never a fraction of it. */
export interface Money {
  amountMinor: number
  currency: string
}

/** Decimals that are not two: ISO 4217, list one (2024). `Intl` follows CLDR, which differs (MGA, IQD, …). */
const DECIMALS: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
}

/** How many decimals a currency has: 0, 2 or 3. */
export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2
}

/** The smallest amount that changes hands, in minor units: the hundredths of MGA are on paper only. */
export function smallestOf(currency: string): number {
  return currency === 'MGA' ? 100 : 1
}

const formatterOf = remember((language: string, currency: string, decimals: string) => {
  // The English of the world says US$, for there are other dollars.
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number(decimals),
    maximumFractionDigits: Number(decimals),
  })
})

/** An amount in words of a language; without direction marks, since what holds it isolates it. */
export function formatMoney({ amountMinor, currency }: Money, language: string, isFull = false): string {
  const decimals = decimalsOf(currency)
  const isWhole = !isFull && amountMinor % 10 ** decimals === 0
  return amountOf(`${language} ${currency} ${isWhole ? 0 : decimals} ${amountMinor / 10 ** decimals}`)
}

/** Kept, since a page of an event says some dozens of prices, and so does the next one. */
const amountOf = rememberLast(2000, (asked) => {
  const [language = '', currency = '', decimals = '', amount] = asked.split(' ')
  // CLDR puts a mark before Arabic amounts that would turn US$ into $US.
  return formatterOf(language, currency, decimals).format(Number(amount)).replaceAll('\u200F', '')
})

/** An amount as typed (`1 250,50`, `1250.5`) in minor units, or null when it is not an amount of that currency. */
export function parseMinor(typed: string, currency: string): number | null {
  const compact = typed
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replace(',', '.')
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(compact)
  if (!match) return null
  const decimals = decimalsOf(currency)
  const fraction = match[2] ?? ''
  if (fraction.length > decimals) return null
  return Number(match[1]! + fraction.padEnd(decimals, '0'))
}

/** An amount for a form field or an export: digits, a dot, no currency. */
export function plainAmount(money: Money): string {
  const decimals = decimalsOf(money.currency)
  return (money.amountMinor / 10 ** decimals).toFixed(decimals)
}
