import { eventsAtom } from '#app/events/atom.ts'
import { formatFilters, parseFilters } from '#app/events/catalogue/filters.ts'
import { changedEvents, lastChange } from '#app/events/feed-queries.server.ts'
import { siteOf } from '#app/http/feed-answer.server.ts'
import { feedLoader } from '#app/http/feed-loader.server.ts'

export const loader = feedLoader(async ({ request, context }) => {
  const { db } = context.services
  const filters = { ...parseFilters(new URL(request.url).searchParams), page: 1 }
  const site = siteOf(context)
  const events = await changedEvents(db, filters, site.language, context.now)
  return {
    body: eventsAtom(events, formatFilters(filters), site),
    type: 'application/atom+xml; charset=utf-8',
    updatedAt: await lastChange(db),
  }
})
