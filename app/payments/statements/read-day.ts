import { isPartialDay } from '#app/values/moment.ts'

/** How a bank writes its days: 2027-06-21, 21.06.2027, 06/21/2027, 20270621; names of months are English ones. */
export const DAY_FORMATS = ['year-first', 'day-first', 'month-first'] as const

export type DayFormat = (typeof DAY_FORMATS)[number]

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day in the order that `format` says, whatever stands between its parts and behind it; null when it is none. */
export function readDay(typed: string, format: DayFormat): string | null {
  const text = typed.normalize('NFKC').trim()
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text)
  if (compact && format === 'year-first') return asDay(compact[1]!, compact[2]!, compact[3]!)
  const parts = /^(\d{1,4}|\p{L}{3,9})\.?[\s./,-]+(\d{1,2}|\p{L}{3,9})\.?[\s./,-]+(\d{2,4})(?=$|[\sTZ,+])/u.exec(text)
  if (!parts) return null
  const [, one, two, three] = parts as unknown as [string, string, string, string]
  if (format === 'year-first') return one.length === 4 ? asDay(one, two, three) : null
  const year = three.length === 2 ? `20${three}` : three
  if (format === 'day-first') return asDay(year, two, one)
  return asDay(year, one, two)
}

function asDay(year: string, month: string, day: string): string | null {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const iso = `${year}-${(named > 0 ? String(named) : month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return iso.length === 10 && isPartialDay(iso) ? iso : null
}
