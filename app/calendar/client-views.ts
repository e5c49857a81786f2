import type { CalendarEntry } from './calendar-entry.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'

/** Kinds of programs that people keep their calendar with, as far as they treat an entry differently. */
export const CLIENTS = ['google', 'apple', 'outlook', 'outlookWeb', 'thunderbird', 'android'] as const
export type Client = (typeof CLIENTS)[number]

/** An entry as one kind of program shows it on somebody's clock. */
export interface ClientView {
  client: Client
  /** Of what is called off, some strike it through, some let it vanish, and others show what its title says. */
  is: 'shown' | 'struck' | 'gone'
}

/** When an entry is on the clock of a zone; whole days are the same days everywhere. */
export type ClientWhen =
  | { isAllDay: true; startsOn: string; endsOn: string }
  | { isAllDay: false; startsAt: Instant; from: { day: string; time: string }; to: { day: string; time: string } }

/**
 * Google lets a cancelled entry vanish (hackgvl/hackgreenville-com#498, shift-org/shift-docs#730), on Android as well,
 * where it keeps the calendar; Apple strikes it through (w3c/calendar#90, sabre-io/dav#969).
 */
export const CALLED_OFF: Partial<Record<Client, ClientView['is']>> = {
  google: 'gone',
  android: 'gone',
  apple: 'struck',
}

/** What becomes of an entry in each kind of program. */
export function clientViews({ status }: Pick<CalendarEntry, 'status'>): ClientView[] {
  return CLIENTS.map((client) => ({
    client,
    is: status === 'CANCELLED' ? (CALLED_OFF[client] ?? 'shown') : 'shown',
  }))
}

export function clientWhen({ when }: Pick<CalendarEntry, 'when'>, zone: string): ClientWhen {
  if ('startsOn' in when) return { isAllDay: true, startsOn: when.startsOn, endsOn: when.endsOn }
  const { startsAt, endsAt } = when
  return { isAllDay: false, startsAt, from: wallClock(startsAt, zone), to: wallClock(endsAt, zone) }
}
