import type { LoaderFunctionArgs } from '@remix-run/node'
import { findEvents } from '#app/events/catalogue-queries.server.ts'
import { formatFilters, parseFilters } from '#app/events/catalogue/filters.ts'
import { readDocuments } from '#app/events/document/read-documents.server.ts'
import { withLinks } from '#app/events/document/with-links.ts'
import { openData } from '#app/http/open-data.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  const filters = parseFilters(new URL(request.url).searchParams)
  const { rows, total, pageCount } = await findEvents(context.services, filters, context.now, context.language)
  const events = await readDocuments(db, { eventIds: rows.map((row) => row.id), isPrivate: false })
  const address = (page: number) => `${config.baseUrl}/events.json${formatFilters({ ...filters, page })}`
  return openData(request, {
    total,
    page: filters.page,
    pageCount,
    links: {
      self: address(filters.page),
      first: address(1),
      previous: filters.page > 1 ? address(filters.page - 1) : null,
      next: filters.page < pageCount ? address(filters.page + 1) : null,
      last: address(pageCount),
    },
    events: events.map((event) => withLinks(event, config.baseUrl)),
  })
}
