import { decimalsOf } from '#app/values/money.ts'

export type DecimalSign = 'comma' | 'point'

/** Groups of three; of two and three where thousands are followed by lakhs. */
const COMMA = /^(\d{1,3}(?:\.\d{3})*|\d{1,3}(?:\.\d{2})+\.\d{3}|\d*)(?:,(\d+))?$/
const POINT = /^(\d{1,3}(?:,\d{3})*|\d{1,3}(?:,\d{2})+,\d{3}|\d*)(?:\.(\d+))?$/

/** The most that an amount may be, so that sums of them stay exact. */
const MAXIMUM_DIGITS = 13

/**
 * An amount as a bank's table has it, in minor units: signs before or behind, brackets for minus, spaces, apostrophes
 * and the other sign between thousands, letters of a currency, `CR` and `DR`. Null when it is none, or has a fraction
 * that the currency does not have.
 */
export function readAmount(typed: string, currency: string, decimal: DecimalSign): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(((digit.codePointAt(0)! - 0x660) % 0x90) % 10))
    .replace(/[\u2212\u2010-\u2015]/g, '-')
    .replace(/[\s\u200E\u200F\u061C'’_]/g, '')
  const isBelow = /^\(.*\)$/.test(plain) || plain.includes('-') || /DR$/i.test(plain)
  const bare = plain
    .replace(/^\(|\)$/g, '')
    .replace(/^[+-]|[+-]$/g, '')
    .replace(/^[\p{L}\p{Sc}]+|[\p{L}\p{Sc}]+$/gu, '')
  const digits = bare.replace(/^[+-]|[+-]$/g, '')
  const parts = decimal === 'comma' ? COMMA : POINT
  const match = parts.exec(digits)
  if (!match || digits === '') return null
  // Three digits behind the sign are thousands under the other sign.
  if (match[2]?.length === 3 && decimalsOf(currency) !== 3) return null
  const minor = toMinor(match[1]!.replace(/\D/g, ''), match[2] ?? '', currency)
  return minor === null ? null : isBelow && minor !== 0 ? -minor : minor
}

/** `1250.00` as XML has it (`xs:decimal`), in minor units; null when it is none. */
export function readDecimal(text: string, currency: string): number | null {
  const match = /^\+?(\d{0,18})(?:\.(\d{0,17}))?$/.exec(text.trim())
  if (!match || (match[1] === '' && (match[2] ?? '') === '')) return null
  return toMinor(match[1]!, match[2] ?? '', currency)
}

function toMinor(whole: string, fraction: string, currency: string): number | null {
  const decimals = decimalsOf(currency)
  if (/[^0]/.test(fraction.slice(decimals))) return null
  const digits = (whole + fraction.slice(0, decimals).padEnd(decimals, '0')).replace(/^0+(?=.)/, '')
  return digits.length > MAXIMUM_DIGITS ? null : Number(digits || '0')
}
