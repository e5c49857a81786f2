import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventCalendar } from '#app/calendar/event-calendar.server.ts'
import { publicEventId } from '#app/calendar/queries.server.ts'
import { notFound } from '#app/http/answers.ts'
import { CALENDAR_TYPE, feedAnswer, newest, siteOf } from '#app/http/feed-answer.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context.services
  const slug = params.event ?? ''
  const id = await publicEventId(db, slug)
  if (!id) throw notFound()
  const { body, changes } = await eventCalendar(db, siteOf(context), { ids: [id], address: `/events/${slug}.ics` })
  return feedAnswer(request, context, {
    body,
    type: CALENDAR_TYPE,
    updatedAt: newest(changes),
    filename: `${slug}.ics`,
    isDownload: true,
  })
}
