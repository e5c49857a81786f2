import { cleanLine } from '#app/values/text.ts'

/** RFC 5545, 3.3.11. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
}

/** The way back for one line; an escaped line end stays as it is. */
export function unescapeText(text: string): string {
  return text.replace(/\\([\\;,])/g, '$1')
}

/** An address as bytes that need no escaping: other scripts percent-encoded, nothing that could end a line. */
export function uriOf(address: string): string {
  if (/\p{Cc}/u.test(address) || !URL.canParse(address))
    throw new RangeError(`not an address: ${JSON.stringify(address)}`)
  // What browsers leave as it is although RFC 3986 does not know it.
  return new URL(address).href.replace(/[\\"<>^`{|}]/g, encodeURIComponent)
}

/** A coordinate as GEO has it: a FLOAT, of which six places are plenty (RFC 5545, 3.8.1.6). */
export function degrees(value: number, limit: number): string {
  if (!(Math.abs(value) <= limit)) throw new RangeError(`not a coordinate: ${value}`)
  return String(Number(value.toFixed(6)) || 0)
}

/**
 * What goes between the quotation marks of a parameter. RFC 5545 has no way to write one itself, and the way of RFC 6868
 * (`^'`, `^n`, `^^`) is read by one parser of five: such signs are replaced by their likes.
 */
export function parameterText(text: string): string {
  return cleanLine(text).replaceAll('"', "'").replaceAll('^', 'ˆ')
}

/**
 * A mail address as it stands behind `mailto:` (RFC 6068); clients compare it with the one they have, so nothing is
 * encoded that need not be. Those that would need quotation marks are refused.
 */
export function mailboxOf(email: string): string {
  if (!/^[^\s\p{C}@"(),:;<>[\\\]]+@[^\s\p{C}@"(),:;<>[\\\]/?#&]+$/u.test(email))
    throw new RangeError(`not a mail address: ${JSON.stringify(email)}`)
  return encodeURI(email).replace(/[?#&]/g, encodeURIComponent)
}
