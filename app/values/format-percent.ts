import { remember } from './remember.ts'

const formatterOf = remember(
  // The same digits as in amounts and days.
  (language: string) => new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'percent', maximumFractionDigits: 2 }),
)

/** A rate in hundredths of a percent, as a language says it: `18%`, `18 %`. */
export function formatPercent(hundredths: number, language: string): string {
  return formatterOf(language).format(hundredths / 10_000)
}

/** A part of a whole, in whole percent; of nothing it is nothing. */
export function formatShare(part: number, whole: number, language: string): string {
  return formatPercent(whole === 0 ? 0 : Math.round((part / whole) * 100) * 100, language)
}
