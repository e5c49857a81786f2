const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)'
const FIXED = new RegExp(`^[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} ${TIME} GMT$`)
const OF_RFC_850 = new RegExp(`^[A-Z][a-z]{5,8}, \\d\\d-[A-Z][a-z]{2}-\\d\\d ${TIME} GMT$`)
const OF_ASCTIME = new RegExp(`^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d ${TIME} \\d{4}$`)

/**
 * A date of a header in milliseconds, in one of its three forms (RFC 9110, 5.6.7). Null for all else, which is to be
 * passed over (13.1.3): runtimes read a moment out of almost anything, such as “2099”, or by the clock of the process.
 */
export function httpDate(text: string): number | null {
  const isGmt = FIXED.test(text) || OF_RFC_850.test(text)
  if (!isGmt && !OF_ASCTIME.test(text)) return null
  const at = Date.parse(isGmt ? text : `${text} GMT`)
  return Number.isNaN(at) ? null : at
}
