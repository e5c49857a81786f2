import type { Instant } from '#app/values/moment.ts'

/** A name and a description by language. */
export type TicketTexts = Record<string, [name: string, description?: string]>

export interface PriceWindow {
  kind: 'early' | 'standard' | 'late' | 'onsite' | 'only'
  startsAt: Instant | null
  endsAt: Instant | null
  closesZone?: string
}

/** Amounts in whole units of a currency with two decimals, one for each window; null: not sold in it. */
export function prices(windows: PriceWindow[], currency: string, ...amounts: (number | null)[]) {
  return windows.flatMap((window, at) => {
    const amount = amounts[at] ?? null
    return amount === null ? [] : [{ ...window, currency, amountMinor: amount * 100 }]
  })
}

/** The same for a currency without decimals. */
export function wholePrices(windows: PriceWindow[], currency: string, ...amounts: number[]) {
  return amounts.map((amountMinor, at) => ({ ...windows[at]!, currency, amountMinor }))
}

export function ticket<T extends object>(code: string, texts: TicketTexts, more: T) {
  const named = Object.entries(texts).map(
    ([language, [name, description = '']]) => [language, { name, description }] as const,
  )
  return { code, texts: Object.fromEntries(named), ...more }
}

/** The hidden ones, with the places among all of them that follow the shown ones. */
export function hiddenAfter<T extends object>(shown: number, types: T[]) {
  return types.map((type, at) => ({ ...type, position: shown + at }))
}
