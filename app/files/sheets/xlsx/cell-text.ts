import { toInstant } from '#app/values/moment.ts'

/** What the format of a cell makes of its number. */
export type NumberKind = 'plain' | 'date' | 'percent'

const DATES = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]
const PERCENTS = [9, 10]
const DAY = 86_400

/** By the number of a format and, where the workbook brings it, its code: what a person typed was a date, or a share. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  const bare = code?.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (bare === undefined) return DATES.includes(id) ? 'date' : PERCENTS.includes(id) ? 'percent' : 'plain'
  if (/[ymdhs]/i.test(bare)) return 'date'
  return bare.includes('%') ? 'percent' : 'plain'
}

/** A number as it was typed: without what binary fractions add, a date as an ISO date. */
export function numberText(value: string, kind: NumberKind, isSince1904: boolean): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (kind === 'date' && number >= 0 && number < 2_958_466) return dateText(isSince1904 ? number + 1462 : number)
  const typed = (of: number) => String(Number(of.toPrecision(15)))
  return kind === 'percent' ? `${typed(number * 100)}%` : typed(number)
}

/** Excel counts days from 1900 and believes that year had a 29 February. */
function dateText(serial: number): string {
  const days = Math.floor(serial)
  const seconds = Math.round((serial - days) * DAY)
  const shift = days < 60 ? 25_568 : 25_569
  const [day = '', time = ''] = toInstant(((days - shift) * DAY + seconds) * 1000)
    .slice(0, 19)
    .split('T')
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time
  if (days === 0) return clock
  return seconds === 0 ? day : `${day} ${clock}`
}

/** Excel writes what XML cannot carry as `_x000D_`. */
export function unescapeCell(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The text for XML, with what XML cannot carry, or would carry otherwise, as `_x000D_`. */
export function escapeCell(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/g,
      (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
