import { calendarLoader, portsOf } from './calendar-feed.ts'
import { publicEventId } from '#app/calendar/queries.server.ts'
import { deadlineCalendar } from '#app/events/deadlines/deadline-calendar.server.ts'
import { deadlineNamed } from '#app/events/deadlines/known-dates.ts'
import { newest } from '#app/http/feed-answer.server.ts'

/** One deadline of an event, to keep. */
export const loader = calendarLoader(async (args) => {
  const { db } = args.context.services
  const { event: slug = '', kind: name = '' } = args.params
  const kind = deadlineNamed(name)
  const eventId = kind && (await publicEventId(db, slug))
  if (kind === null || eventId === null) return null
  const address = `/events/${slug}/deadlines/${name}.ics`
  const calendar = await deadlineCalendar(db, portsOf(args).site, { eventId, kind, address })
  if (!calendar) return null
  return {
    body: calendar.body,
    updatedAt: newest(calendar.changes),
    filename: `${slug}-${name}`,
    isDownload: true,
  }
})
