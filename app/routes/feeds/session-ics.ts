import { calendarLoader, portsOf } from './calendar-feed.ts'
import { programmeCalendar } from '#app/calendar/event-calendar.server.ts'
import { publicEventId } from '#app/calendar/queries.server.ts'
import { newest } from '#app/http/feed-answer.server.ts'

/** One session, to keep. */
export const loader = calendarLoader(async (args) => {
  const { event: slug = '', session: sessionId = '' } = args.params
  const { db } = args.context.services
  const eventId = await publicEventId(db, slug)
  if (eventId === null) return null
  const address = `/events/${slug}/sessions/${sessionId}.ics`
  const calendar = await programmeCalendar(db, portsOf(args).site, { eventId, sessionId, address })
  if (!calendar) return null
  return { body: calendar.body, updatedAt: newest(calendar.changes), filename: `${slug}-session`, isDownload: true }
})
