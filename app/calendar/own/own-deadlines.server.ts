import type { Kysely } from 'kysely'
import { type DeadlineOf, offerFacts, type OwnDeadline, payFacts } from './deadline-queries.server.ts'
import { questionFacts } from './question-deadlines.server.ts'
import type { CalendarEntry } from '../calendar-entry.ts'
import { deadlineEntry } from '../deadline-entry.ts'
import { calendarEvents } from '../queries.server.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface Reader {
  baseUrl: string
  language: Language
  now: Instant
  /** Where one goes on from: one's own page, or where links are sent from; no key is in it. */
  page?: '/me' | '/status'
}

/**
 * What a person is still asked to do, and by when: pay for what is held or owed, take an offer of the waiting list,
 * answer the questions of an event. Nobody else's, and no link that opens anything.
 */
export async function ownDeadlines(db: Kysely<Database>, of: DeadlineOf, reader: Reader): Promise<CalendarEntry[]> {
  const found = [
    ...(await payFacts(db, of)),
    ...(await offerFacts(db, of)),
    ...(await questionFacts(db, of, reader.now)),
  ]
  return await entriesOf(db, found, reader)
}

/** By when an order is to be paid; null when nothing waits for its money. */
export async function payDeadline(db: Kysely<Database>, orderId: string, reader: Reader) {
  return (await entriesOf(db, await payFacts(db, { orderId }), { ...reader, page: '/status' }))[0] ?? null
}

/** Until when the latest offer to an entry of the waiting list holds, or CANCELLED once it is over; null without one. */
export async function offerDeadline(db: Kysely<Database>, entryId: string, reader: Reader) {
  return (await entriesOf(db, await offerFacts(db, { entryId }), { ...reader, page: '/status' }))[0] ?? null
}

async function entriesOf(
  db: Kysely<Database>,
  found: OwnDeadline[],
  { baseUrl, language, page = '/me' }: Reader,
): Promise<CalendarEntry[]> {
  if (found.length === 0) return []
  const t = translator(language)
  const events = await calendarEvents(db, [...new Set(found.map(({ eventId }) => eventId))], language)
  const eventOf = new Map(events.map((event) => [event.id, event]))
  const url = `${baseUrl}/${language}${page}`
  return found.flatMap(({ eventId, kind, at, isOff, ...facts }) => {
    const event = eventOf.get(eventId)
    if (!event) return []
    const { title, zone } = event
    const summary = t(`agenda.deadlines.${kind}.title`, { title })
    return [
      deadlineEntry({
        ...facts,
        at,
        is: 'end',
        zone,
        isOff,
        summary: isOff ? t('event.ics.cancelled', { title: summary }) : summary,
        description: [t(`agenda.deadlines.${kind}.text`), formatMoment(at, zone, language), url].join('\n\n'),
        url,
      }),
    ]
  })
}
