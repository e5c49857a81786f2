import { calendarLoader, portsOf } from './calendar-feed.ts'
import { eventCalendar } from '#app/calendar/event-calendar.server.ts'
import { publicEventId } from '#app/calendar/queries.server.ts'
import { newest } from '#app/http/feed-answer.server.ts'

/** One event, to keep. */
export const loader = calendarLoader(async (args) => {
  const { db } = args.context.services
  const slug = args.params.event ?? ''
  const id = await publicEventId(db, slug)
  if (id === null) return null
  const { body, changes } = await eventCalendar(db, portsOf(args).site, { ids: [id], address: `/events/${slug}.ics` })
  return { body, updatedAt: newest(changes), filename: slug, isDownload: true }
})
