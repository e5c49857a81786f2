import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventCalendar } from '#app/calendar/event-calendar.server.ts'
import { calendarOfSeries } from '#app/calendar/queries.server.ts'
import { notFound } from '#app/http/answers.ts'
import { CALENDAR_TYPE, feedAnswer, newest, siteOf } from '#app/http/feed-answer.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context.services
  const slug = params.series ?? ''
  const series = await calendarOfSeries(db, slug, context.language)
  if (!series) throw notFound()
  const address = `/series/${slug}.ics`
  const { body, changes } = await eventCalendar(db, siteOf(context), { ...series, address })
  return feedAnswer(request, context, {
    body,
    type: CALENDAR_TYPE,
    updatedAt: newest(changes),
    filename: `${slug}.ics`,
  })
}
