import type { Kysely } from 'kysely'
import type { CalendarEntry } from './calendar-entry.ts'
import { entriesOfEvents, entriesOfProgramme } from './entries.server.ts'
import type { CalendarReader } from './event-entry.ts'
import type { SessionChoice } from './queries.server.ts'
import { writeCalendar } from './write-calendar.ts'
import { translator } from '#app/locales/translate.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface CalendarSite extends CalendarReader {
  uidDomain: string
  /** Of the address at which the calendar was asked for: '' or '/fr'. */
  prefix: string
}

export interface WrittenCalendar {
  body: string
  /** The moments at which what is in it last changed. */
  changes: Instant[]
}

/**
 * These events as one calendar, in the order of the ids; left out is what has no exact date. `address` is where the
 * calendar is kept current, as a path with its query; the name of a calendar of one event may be left out.
 */
export async function eventCalendar(
  db: Kysely<Database>,
  site: CalendarSite,
  { ids, name, address }: { ids: string[]; name?: string; address: string },
): Promise<WrittenCalendar> {
  const { events, entries } = await entriesOfEvents(db, site, ids)
  return writtenCalendar(entries, { name: name ?? events[0]?.title ?? '', address }, site)
}

/**
 * The public sessions of a public event as a calendar: all, those of one track (with those that are for everybody), or
 * a single one. Null when there is no such event, or no such session.
 */
export async function programmeCalendar(
  db: Kysely<Database>,
  site: CalendarSite,
  { address, trackTitle, ...choice }: SessionChoice & { address: string; trackTitle?: string },
): Promise<WrittenCalendar | null> {
  const programme = await entriesOfProgramme(db, site, choice)
  if (!programme || (choice.sessionId !== undefined && programme.entries.length === 0)) return null
  const name = nameOfProgramme(programme.event.title, trackTitle, site)
  return writtenCalendar(programme.entries, { name, address }, site)
}

/** What the calendar of a programme is called, or of one of its tracks. */
export function nameOfProgramme(title: string, track: string | undefined, { language }: CalendarSite): string {
  const t = translator(language)
  return track === undefined ? t('event.ics.programme', { title }) : t('event.ics.track', { title, track })
}

/** Entries as a calendar that is kept current at an address. */
export function writtenCalendar(
  entries: CalendarEntry[],
  { name, address }: { name: string; address: string },
  site: CalendarSite,
): WrittenCalendar {
  return {
    body: writeCalendar({ name, sourceUrl: sourceUrlOf(address, site), entries }, site.uidDomain),
    changes: entries.map(({ updatedAt }) => updatedAt),
  }
}

/** Where programs ask again, of a path with its query. */
export function sourceUrlOf(address: string, { baseUrl, prefix }: CalendarSite): string {
  return `${baseUrl}${prefix}${address}`
}
