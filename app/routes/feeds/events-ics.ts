import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventCalendar } from '#app/calendar/event-calendar.server.ts'
import { formatFilters, parseFilters } from '#app/events/catalogue/filters.ts'
import { findEventIds } from '#app/events/catalogue-queries.server.ts'
import { LONGEST_FEED } from '#app/events/feed-queries.server.ts'
import { CALENDAR_TYPE, feedAnswer, newest, siteOf } from '#app/http/feed-answer.server.ts'
import { translator } from '#app/locales/translate.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.services
  const filters = { ...parseFilters(new URL(request.url).searchParams), page: 1 }
  const ids = await findEventIds(db, filters, context.now, { limit: LONGEST_FEED })
  const { body, changes } = await eventCalendar(db, siteOf(context), {
    ids,
    name: translator(context.language)('event.ics.allEvents'),
    address: `/events.ics${formatFilters(filters)}`,
  })
  return feedAnswer(request, context, {
    body,
    type: CALENDAR_TYPE,
    updatedAt: newest(changes),
    filename: 'events.ics',
  })
}
