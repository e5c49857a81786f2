import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventsAtom } from '#app/events/atom.ts'
import { formatFilters, parseFilters } from '#app/events/catalogue/filters.ts'
import { changedEvents } from '#app/events/feed-queries.server.ts'
import { feedAnswer, siteOf } from '#app/http/feed-answer.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const filters = { ...parseFilters(new URL(request.url).searchParams), page: 1 }
  const events = await changedEvents(context.services.db, filters, context.language, context.now)
  return feedAnswer(request, context, {
    body: eventsAtom(events, formatFilters(filters), siteOf(context)),
    type: 'application/atom+xml; charset=utf-8',
    updatedAt: events[0]?.updatedAt ?? null,
  })
}
