import { calendarLoader, portsOf } from './calendar-feed.ts'
import { calendarOfEvents } from '#app/calendar/public-calendar.server.ts'
import { NO_FILTERS } from '#app/events/catalogue/filters.ts'
import { findSeries } from '#app/events/catalogue-queries.server.ts'
import { feedEvents, lastChange } from '#app/events/feed-queries.server.ts'

/** A series with its history. */
export const loader = calendarLoader(async (args) => {
  const { context, params } = args
  const { db } = context.services
  const slug = params.series ?? ''
  const ports = portsOf(args)
  const series = await findSeries(db, slug, ports.site.language)
  if (!series) return null
  const calendar = await calendarOfEvents(db, ports, {
    events: feedEvents(db, { ...NO_FILTERS, series: [slug], when: 'all' }, context.now),
    changedAt: await lastChange(db),
    name: series.name,
    address: `/series/${slug}.ics`,
  })
  return { ...calendar, filename: slug }
})
