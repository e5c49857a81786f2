import { calendarLoader, portsOf } from './calendar-feed.ts'
import { calendarOfProgramme } from '#app/calendar/public-calendar.server.ts'
import { calendarEvents, findTrack, publicEventId } from '#app/calendar/queries.server.ts'

/** The sessions of an event, or those of one of its tracks with those that are for everybody. */
export const loader = calendarLoader(async (args) => {
  const { event: slug = '', track: code } = args.params
  const { db } = args.context.services
  const ports = portsOf(args)
  const { language } = ports.site
  const eventId = await publicEventId(db, slug)
  const [event] = eventId === null ? [] : await calendarEvents(db, [eventId], language)
  const track = event && code !== undefined ? await findTrack(db, event.id, code, language) : null
  if (!event || (code !== undefined && !track)) return null
  const calendar = await calendarOfProgramme(db, ports, {
    event,
    ...(track && { trackId: track.id, trackTitle: track.title }),
    address: `/events/${slug}/programme${track ? `/${encodeURIComponent(track.code)}` : ''}.ics`,
  })
  return { ...calendar, filename: `${slug}-${track ? track.code : 'programme'}` }
})
