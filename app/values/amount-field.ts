import { decimalsOf, parseMinor } from './money.ts'

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code)
}

const SHAPES = new Map([
  [0, 'offer.amountWhole'],
  [3, 'offer.amountThree'],
])

/** What was typed in minor units, or the message that says how an amount of that currency looks. */
export function readAmount(typed: string, currency: string): { amountMinor: number } | { message: string } {
  const amountMinor = parseMinor(typed, currency)
  if (amountMinor !== null && Number.isSafeInteger(amountMinor)) return { amountMinor }
  return { message: `${SHAPES.get(decimalsOf(currency)) ?? 'offer.amountTwo'}?currency=${currency}` }
}
