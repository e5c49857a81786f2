import { boundsOf, epochMilliseconds, type Instant, offsetName, type PartialDay, wallClock } from './moment.ts'
import { remember, rememberLast } from './remember.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  // Western digits in every language: codes, prices and dates stand beside each other and are compared.
  // English is the international one: `9 June 2026`.
  const made = new Intl.DateTimeFormat(`${language === 'en' ? 'en-GB' : language}-u-nu-latn-ca-gregory`, {
    timeZone: 'UTC',
    ...options,
  })
  formatters.set(key, made)
  return made
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** `Tuesday 9 June 2026`, as much of it as is known; without the year or the weekday if so wished. */
export function formatDay(
  day: PartialDay,
  language: string,
  parts: { weekday?: boolean; year?: boolean } = {},
): string {
  const { weekday = false, year = true } = parts
  return day.length === 4 ? day : dayOf(`${language} ${day}${weekday ? ' weekday' : ''}${year ? ' year' : ''}`)
}

/** Kept, since a page says the same few days again and again, and so does the next one. */
const dayOf = rememberLast(5000, (asked) => {
  const [language = '', day = '', ...parts] = asked.split(' ')
  if (day.length === 7) return formatter(language, { month: 'long', year: 'numeric' }).format(utc(`${day}-01`))
  const shown = formatter(language, {
    day: 'numeric',
    month: 'long',
    ...(parts.includes('weekday') ? { weekday: 'long' } : {}),
    ...(parts.includes('year') ? { year: 'numeric' } : {}),
  }).format(utc(day))
  // French counts the first of a month, which Intl leaves out.
  return language === 'fr' ? shown.replace(/(^|\s)1(?=\s)/u, '$11er') : shown
})

/** `9 Jun`: a day where there is room for no more. */
export function formatShortDay(day: string, language: string): string {
  return formatter(language, { day: 'numeric', month: 'short' }).format(utc(day))
}

/** `Thu 4`: a day above a column, where the month is known, without the comma that Arabic would put. */
export function formatColumnDay(day: string, language: string): string {
  return formatter(language, { day: 'numeric', weekday: 'short' }).format(utc(day)).replace('،', '')
}

/** `9–12 June 2026`, `29 June – 3 July 2026`, `June 1995`, `1995`. */
export function formatDays(
  startsOn: PartialDay,
  endsOn: PartialDay,
  language: string,
  parts: { weekday?: boolean } = {},
): string {
  if (startsOn.length < 10 || startsOn === endsOn) return formatDay(startsOn, language, parts)
  return rangeOf(`${language} ${startsOn} ${boundsOf(endsOn).last}${parts.weekday ? ' weekday' : ''}`)
}

/** Kept, since it takes as long as a good part of a page, and every page of an event says it. */
const rangeOf = rememberLast(1000, (asked) => {
  const [language, first, last, weekday] = asked.split(' ') as [string, string, string, string?]
  return formatter(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(weekday ? { weekday: 'long' } : {}),
  }).formatRange(utc(first), utc(last))
})

/** `15 June, 16 June and 18 June 2026`: days one by one, in their order. */
export function formatDayList(days: string[], language: string): string {
  const shown = days.map((day, at) =>
    formatDay(day, language, { year: at === days.length - 1 || day.slice(0, 4) !== days[at + 1]!.slice(0, 4) }),
  )
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(shown)
}

/** `June 2026`, for the heading over a month of a list. */
export function formatMonth(day: PartialDay, language: string): string {
  return day.length === 4 ? day : formatDay(day.slice(0, 7), language)
}

/** The date slab: a short month (with the year when it is not this one) and the days. */
export function slabOf(
  startsOn: PartialDay,
  endsOn: PartialDay,
  language: string,
  thisYear: string,
): { month: string; days: string } {
  if (startsOn.length === 4) return { month: '', days: startsOn }
  const short = (day: string) =>
    formatter(language, { month: 'short' })
      .format(utc(`${day.slice(0, 7)}-01`))
      .replace(/\.$/, '')
  if (startsOn.length === 7) return { month: short(startsOn), days: startsOn.slice(0, 4) }
  const year = startsOn.slice(0, 4) === thisYear ? '' : ` ’${startsOn.slice(2, 4)}`
  const end = endsOn.length === 10 ? endsOn : startsOn
  const month = startsOn.slice(0, 7) === end.slice(0, 7) ? short(startsOn) : `${short(startsOn)}–${short(end)}`
  const [first, last] = [Number(startsOn.slice(8)), Number(end.slice(8))]
  return { month: month + year, days: startsOn === end ? String(first) : `${first}–${last}` }
}

/** `31 March 2027, 23:59 (UTC+2)`: a moment on the clock of a zone, which is always named. */
export function formatMoment(instant: Instant, zone: string, language: string, parts: { year?: boolean } = {}): string {
  const { day, time } = wallClock(instant, zone)
  const date = formatDay(day, language, { year: parts.year ?? true })
  return `${date}${language === 'ar' ? '،' : ','} ${time} (${offsetName(instant, zone)})`
}

/** Kept like the days: a page of the catalogue names a hundred countries and languages. */
const nameOf = rememberLast(2000, (asked) => {
  const [language, type, code] = asked.split(' ') as [string, 'region' | 'language', string]
  return namesOf(language, type).of(code) ?? code
})

const namesOf = remember(
  (language: string, type: 'region' | 'language') => new Intl.DisplayNames([language], { type, fallback: 'code' }),
)

/** `KE` as `Kenya`, in the reader's language. */
export function countryName(code: string, language: string): string {
  return nameOf(`${language} region ${code}`)
}

/** `fr` as `French`, in the reader's language, beginning as a heading does. */
export function languageName(code: string, language: string): string {
  const name = nameOf(`${language} language ${code}`)
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/** Whole days from one moment to another, counted up. */
export function daysUntil(now: Instant, then: Instant): number {
  return Math.ceil((epochMilliseconds(then) - epochMilliseconds(now)) / 86_400_000)
}
