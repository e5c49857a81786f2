import { calendarLoader, portsOf } from './calendar-feed.ts'
import { calendarOfEvents } from '#app/calendar/public-calendar.server.ts'
import { formatFilters, parseFilters } from '#app/events/catalogue/filters.ts'
import { nameFound } from '#app/events/catalogue/name-found.server.ts'
import { feedEvents, foundByWords, lastChange } from '#app/events/feed-queries.server.ts'
import { translator } from '#app/locales/translate.ts'

/** Any query of the catalogue as a calendar; `?when=all` is everything. */
export const loader = calendarLoader(async (args) => {
  const { context, request } = args
  const { db } = context.services
  const filters = { ...parseFilters(new URL(request.url).searchParams), page: 1 }
  const ports = portsOf(args)
  const t = translator(ports.site.language)
  const calendar = await calendarOfEvents(db, ports, {
    events: feedEvents(db, filters, context.now, await foundByWords(db, filters)),
    changedAt: await lastChange(db),
    name: t('calendar.feed', { name: await nameFound(db, filters, t, ports.site.language) }),
    address: `/events.ics${formatFilters(filters)}`,
  })
  return { ...calendar, filename: 'events' }
})
