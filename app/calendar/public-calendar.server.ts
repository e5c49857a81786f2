import type { Kysely, SelectQueryBuilder } from 'kysely'
import { type CalendarSite, nameOfProgramme, sourceUrlOf } from './event-calendar.server.ts'
import { eventTexts, type OnFault, sessionTexts, type Text } from './kept-texts.server.ts'
import type { SessionChoice } from './queries.server.ts'
import { joinCalendar } from './write-calendar.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** A calendar that anybody may subscribe to. */
export interface PublicCalendar {
  body: string
  /** When something in it changed, came or went; never earlier than that. Null when it is empty and always was. */
  updatedAt: Instant | null
}

interface Ports {
  site: CalendarSite
  onFault: OnFault
}

/** Many events as one calendar, of the texts that are kept of them. */
export async function calendarOfEvents(
  db: Kysely<Database>,
  { site, onFault }: Ports,
  { events, changedAt, name, address }: EventsChoice,
): Promise<PublicCalendar> {
  const texts = await eventTexts(db, site, events, onFault)
  return joined(texts, changedAt, { site, name, address })
}

interface EventsChoice {
  /** In their order; what the public may not see is not among them. */
  events: SelectQueryBuilder<Database, 'events', object>
  /** When any event changed last: what has left a list shows in none of its entries. */
  changedAt: Instant | null
  name: string
  /** Where the calendar is kept current, as a path with its query and without a language. */
  address: string
}

/** The public sessions of a public event, all or those of one track, as a calendar. */
export async function calendarOfProgramme(
  db: Kysely<Database>,
  { site, onFault }: Ports,
  { event, trackTitle, address, ...choice }: ProgrammeChoice,
): Promise<PublicCalendar> {
  const name = nameOfProgramme(event.title, trackTitle, site)
  const texts = await sessionTexts(db, site, { eventId: event.id, ...choice }, onFault)
  return joined(texts, event.updatedAt, { site, name, address })
}

export interface ProgrammeChoice extends Omit<SessionChoice, 'eventId'> {
  event: { id: string; title: string; updatedAt: Instant }
  trackTitle?: string
  address: string
}

function joined(
  texts: Text[],
  updatedAt: Instant | null,
  { site, name, address }: { site: CalendarSite; name: string; address: string },
): PublicCalendar {
  return { body: joinCalendar({ name, sourceUrl: sourceUrlOf(address, site) }, texts), updatedAt }
}
