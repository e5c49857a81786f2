import type { Kysely } from 'kysely'
import { agendaEntries } from './agenda-entries.ts'
import { ownDeadlines } from './own-deadlines.server.ts'
import { ownStandings } from './own-standing.server.ts'
import { sessionsOfEvents } from './sessions-of-events.server.ts'
import { workOf } from './work.server.ts'
import type { CalendarEntry, EntryText } from '../calendar-entry.ts'
import { PAST_DAYS } from '../past-days.ts'
import { calendarEvents } from '../queries.server.ts'
import { joinCalendar, writeEntry } from '../write-calendar.ts'
import type { Language } from '#app/locales/languages.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface Agenda {
  accountId: string
  emailKey: string
  name: string
  language: Language
  hasSessions: boolean
  hasDeadlines: boolean
  hasWork: boolean
}

/** Of more events than these the latest are in a calendar. */
const MOST_EVENTS = 1000

/**
 * Everything of one person as one calendar: the events for which their address is registered, whole or by their
 * sessions (never both), what is to be done by when, and the events they work at. How many queries it takes does not
 * grow with what is in it. `onFault` hears of an entry that cannot be written; the others are there.
 */
export async function agendaCalendar(
  db: Kysely<Database>,
  { baseUrl, uidDomain }: { baseUrl: string; uidDomain: string },
  agenda: Agenda,
  now: Instant,
  onFault: (error: unknown) => void,
): Promise<string> {
  const { emailKey, language, accountId } = agenda
  const since = addMinutes(now, -PAST_DAYS * 24 * 60)
  const standings = await ownStandings(db, { emailKey }, language)
  const work = agenda.hasWork ? await workOf(db, accountId, { since, most: MOST_EVENTS }) : new Map()
  const found = await calendarEvents(db, [...new Set([...standings.keys(), ...work.keys()])], language)
  const events = found.toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1)).slice(0, MOST_EVENTS)
  const sessions = agenda.hasSessions
    ? await sessionsOfEvents(
        db,
        events.map(({ id }) => id),
      )
    : new Map()
  const deadlines = agenda.hasDeadlines ? await ownDeadlines(db, { emailKey }, { baseUrl, language, now }) : []
  const entries = [...agendaEntries(events, { standings, work, sessions, since, baseUrl, language }), ...deadlines]
  const texts = entries.toSorted(byTime).flatMap((entry): EntryText[] => {
    try {
      return [writeEntry(entry, uidDomain)]
    } catch (error) {
      onFault(error)
      return []
    }
  })
  return joinCalendar({ name: agenda.name, sourceUrl: null, isFeed: true }, texts)
}

/** The same entries are the same bytes, in whatever order the database has them. */
function byTime(a: CalendarEntry, b: CalendarEntry): number {
  return `${startOf(a)} ${a.uid}` < `${startOf(b)} ${b.uid}` ? -1 : 1
}

function startOf({ when }: CalendarEntry): string {
  return 'startsOn' in when ? when.startsOn : when.startsAt
}
