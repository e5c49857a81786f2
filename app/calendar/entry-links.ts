import type { CalendarEntry } from './calendar-entry.ts'
import { addDays } from '#app/values/moment.ts'

/** As much of an entry as the forms of web calendars can be filled in with. */
export interface LinkedEntry {
  title: string
  /** The page that says more. */
  address: string
  place: string
  when: CalendarEntry['when']
}

/**
 * Google's form for one entry, filled in. Its parameters are not documented; they have not changed since 2008. Moments
 * are in UTC, and `ctz` is the zone in which they are kept and shown; with whole days, Google's app for Android makes
 * other days of it (spatie/calendar-links#198), so they go without.
 */
export function googleLink({ title, address, place, when }: LinkedEntry): string {
  const [from, to] = 'startsOn' in when ? [when.startsOn, addDays(when.endsOn, 1)] : [when.startsAt, when.endsAt]
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: [from, to].map((at) => at.replace(/[-:]|\.\d+/g, '')).join('/'),
    details: address,
    location: place,
    ...('zone' in when && { ctz: when.zone }),
  })
  return `https://calendar.google.com/calendar/render?${query}`
}

/**
 * The same of Outlook in a browser, as little documented (InteractionDesignFoundation/add-event-to-calendar-docs). It
 * takes UTC, or whole days and the day after the last, and knows no zone. A `+` stays one, so spaces are `%20` (its #20);
 * addresses with an account's number in them stopped working once (jshor/datebook#222).
 */
export function outlookLink({ title, address, place, when }: LinkedEntry): string {
  const times =
    'startsOn' in when
      ? { startdt: when.startsOn, enddt: addDays(when.endsOn, 1), allday: 'true' }
      : { startdt: second(when.startsAt), enddt: second(when.endsAt) }
  const query = { path: '/calendar/action/compose', rru: 'addevent', subject: title, ...times, body: address }
  const pairs = Object.entries({ ...query, location: place }).map((pair) => pair.map(encodeURIComponent).join('='))
  return `https://outlook.live.com/calendar/deeplink/compose?${pairs.join('&')}`
}

function second(instant: string): string {
  return instant.replace('.000Z', 'Z')
}
