import { calendarLoader, portsOf } from './calendar-feed.ts'
import { publicEventId } from '#app/calendar/queries.server.ts'
import { deadlineCalendar } from '#app/events/deadlines/deadline-calendar.server.ts'
import { newest } from '#app/http/feed-answer.server.ts'

/** All deadlines of an event, to subscribe to: one that is moved or withdrawn changes in the calendar as well. */
export const loader = calendarLoader(async (args) => {
  const { db } = args.context.services
  const slug = args.params.event ?? ''
  const eventId = await publicEventId(db, slug)
  if (eventId === null) return null
  const address = `/events/${slug}/deadlines.ics`
  const calendar = await deadlineCalendar(db, portsOf(args).site, { eventId, address })
  if (!calendar) return null
  return { body: calendar.body, updatedAt: newest(calendar.changes), filename: `${slug}-deadlines` }
})
