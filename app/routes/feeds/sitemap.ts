import { listedEvents, seriesSlugs } from '#app/events/feed-queries.server.ts'
import { SITEMAP_PAGE, sitemap, sitemapIndex } from '#app/events/sitemap.ts'
import { feedLoader } from '#app/http/feed-loader.server.ts'

const PAGES = ['/', '/events', '/calendar']

/** One file, or beyond 5,000 events an index of files: `/sitemap.xml?page=2`. */
export const loader = feedLoader(async ({ request, context }) => {
  const { db, config } = context.services
  const asked = new URL(request.url).searchParams.get('page')
  if (asked !== null && !/^[1-9]\d{0,3}$/.test(asked)) return null
  const page = Number(asked ?? 1)
  const { events, count } = await listedEvents(db, { page, size: SITEMAP_PAGE })
  const pageCount = Math.max(1, Math.ceil(count / SITEMAP_PAGE))
  if (page > pageCount) return null
  const isIndex = asked === null && pageCount > 1
  const own = page === 1 ? [...PAGES, ...(await seriesSlugs(db)).map((slug) => `/series/${slug}`)] : []
  const listed = [
    ...own.map((path) => ({ path })),
    ...events.map(({ slug, updatedAt }) => ({ path: `/events/${slug}`, updatedAt })),
  ]
  return {
    body: isIndex ? sitemapIndex(config.baseUrl, pageCount) : sitemap(config.baseUrl, listed),
    type: 'application/xml; charset=utf-8',
    updatedAt: null,
  }
})
