import type { Kysely } from 'kysely'
import { DEADLINES, type DeadlineKind, deadlineName, isOpening } from './known-dates.ts'
import { lastMinuteOf } from '../price-table.ts'
import type { CalendarEntry } from '#app/calendar/calendar-entry.ts'
import { deadlineEntry } from '#app/calendar/deadline-entry.ts'
import { type CalendarReader, markedTitle, pageOf } from '#app/calendar/event-entry.ts'
import { calendarEvents } from '#app/calendar/queries.server.ts'
import { translator } from '#app/locales/translate.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface EventDeadlines {
  eventId: string
  /** Of the event, in the reader's language. */
  title: string
  entries: { kind: DeadlineKind; entry: CalendarEntry }[]
}

/** The deadlines of these events as entries, in two queries more than reading the events takes; drafts are left out. */
export async function deadlineEntries(
  db: Kysely<Database>,
  reader: CalendarReader,
  eventIds: string[],
): Promise<EventDeadlines[]> {
  if (eventIds.length === 0) return []
  const events = await calendarEvents(db, eventIds, reader.language)
  const rows = await db.selectFrom('calendarDeadlines').selectAll().where('eventId', 'in', eventIds).execute()
  const rowsOf = Map.groupBy(rows, ({ eventId }) => eventId)
  return events.map((event) => ({
    eventId: event.id,
    title: event.title,
    entries: DEADLINES.flatMap((kind) => {
      const row = rowsOf.get(event.id)?.find((one) => one.kind === kind)
      return row ? [{ kind, entry: entryOf(event, row, kind, reader) }] : []
    }),
  }))
}

function entryOf(
  event: Parameters<typeof markedTitle>[1] & { id: string; slug: string; title: string; zone: string },
  row: { at: Instant; isOff: number; sequence: number; calendarAt: Instant },
  kind: DeadlineKind,
  reader: CalendarReader,
): CalendarEntry {
  const t = translator(reader.language)
  const url = `${pageOf(event, reader)}#dates`
  const title = t('calendar.deadline.title', { what: t(`event.dates.${kind}`), title: event.title })
  // Its event may still be held when a deadline alone is withdrawn.
  const status = row.isOff && event.postponedAt === null ? 'cancelled' : event.status
  const isBeginning = isOpening(kind)
  const when = formatMoment(isBeginning ? row.at : lastMinuteOf(row.at, event.zone), event.zone, reader.language)
  return deadlineEntry({
    uid: `deadline-${event.id}-${deadlineName(kind)}`,
    sequence: row.sequence,
    updatedAt: row.calendarAt,
    at: row.at,
    is: isBeginning ? 'beginning' : 'end',
    zone: event.zone,
    summary: markedTitle(title, { ...event, status }, reader),
    description: [t(`calendar.deadline.${kind}`), when, url].join('\n\n'),
    url,
    isOff: row.isOff === 1,
  })
}
