import type { LoaderFunctionArgs } from '@remix-run/node'
import { programmeCalendar } from '#app/calendar/event-calendar.server.ts'
import { publicEventId } from '#app/calendar/queries.server.ts'
import { notFound } from '#app/http/answers.ts'
import { CALENDAR_TYPE, feedAnswer, newest, siteOf } from '#app/http/feed-answer.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context.services
  const slug = params.event ?? ''
  const eventId = await publicEventId(db, slug)
  const address = `/events/${slug}/programme.ics`
  const calendar = eventId && (await programmeCalendar(db, siteOf(context), { eventId, address }))
  if (!calendar) throw notFound()
  return feedAnswer(request, context, {
    body: calendar.body,
    type: CALENDAR_TYPE,
    updatedAt: newest(calendar.changes),
    filename: `${slug}-programme.ics`,
  })
}
