/** The texts of the page, as the catalogue has them, by key. */
export type Texts = Record<string, string>

export type Say = (key: string, values?: Record<string, string | number>) => string

/** Says a text in the page's language, with its values and in the plural form of `count`. */
export function sayIn(texts: Texts, language: string): Say {
  const plurals = new Intl.PluralRules(language)
  return (key, values = {}) => {
    const form = typeof values.count === 'number' ? `${key}_${plurals.select(values.count)}` : key
    const text = texts[form] ?? texts[`${key}_other`] ?? texts[key] ?? key
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

export interface Times {
  /** `09:14`, with the day in front when it is another one. */
  clock(instant: string): string
  day(day: string): string
}

/** Times of the event's zone: whoever is in the room reads them off the wall. */
export function timesIn(language: string, zone: string, today: () => string): Times {
  const locale = `${language}-u-nu-latn`
  const hour = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const on = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' })
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
  const dayOf = (instant: string) => on.format(new Date(instant))
  return {
    clock: (instant) => {
      const time = hour.format(new Date(instant))
      return dayOf(instant) === dayOf(today()) ? time : `${dayOf(instant)}, ${time}`
    },
    day: (wanted) => day.format(new Date(`${wanted}T00:00:00Z`)),
  }
}

/** The day of a moment in a zone: `2027-06-14`. */
export function dayIn(zone: string, instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  )
}
