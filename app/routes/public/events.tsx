import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { foundEvents } from './found-events.server.ts'
import { hostNames } from '#app/events/catalogue/find-hosts.server.ts'
import { type CatalogueFilters, filterPairs, formatFilters, parseFilters } from '#app/events/catalogue/filters.ts'
import type { Translate } from '#app/locales/translate.ts'
import { ChosenFilters } from '#app/ui/chosen-filters.tsx'
import { EventGroups, EventList } from '#app/ui/event-groups.tsx'
import { Facets } from '#app/ui/facets.tsx'
import { FeedLinks } from '#app/ui/feed-links.tsx'
import { NoEvents } from '#app/ui/no-events.tsx'
import { publicMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { Seek } from '#app/ui/seek.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { section: 'events' }

export const meta: MetaFunction<typeof loader> = (args) =>
  publicMeta(args, (t) => {
    const filters = args.data?.filters ?? parseFilters(new URLSearchParams())
    return {
      title: headingOf(filters, t),
      description: t('catalogue.frontDescription'),
      address: `/events${formatFilters(filters)}`,
      feeds: [{ type: 'application/atom+xml', address: `/events.atom${formatFilters({ ...filters, page: 1 })}` }],
      isIndexed: filters.q === '',
    }
  })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, prefix } = context
  const filters = parseFilters(new URL(request.url).searchParams)
  const [{ found, series, topicNames }, hosts] = await Promise.all([
    foundEvents(context, filters),
    hostNames(services.db, filters.host),
  ])
  if (filters.page > found.pageCount)
    throw redirect(`${prefix}/events${formatFilters({ ...filters, page: found.pageCount })}`)
  return { filters, found, series, topicNames, hosts }
}

export default function Events() {
  const { filters, found, series, topicNames, hosts } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const { rows, total, pageCount } = found
  const query = formatFilters({ ...filters, page: 1 })
  return (
    <main id="main" tabIndex={-1} className="cat">
      <div className="split head">
        <span />
        <div className="flow">
          <h1>{headingOf(filters, t)}</h1>
          <Seek q={filters.q} carried={filterPairs({ ...filters, q: '', page: 1 })} />
        </div>
      </div>
      <div className="split list">
        <Facets filters={filters} facets={found.facets} series={series} topicNames={topicNames} />
        <div>
          <div className="row ends sub">
            <p>
              <b>{countLine(filters, total, t)}</b>
              {filters.q !== '' && total > 1 && ` · ${t('catalogue.bestFirst')}`}
              {pageCount > 1 && ` · ${t('catalogue.pageOf', { page: filters.page, pageCount })}`}
            </p>
            <p>
              <a href={path(`/calendar${query}`)}>{t('catalogue.subscribe')}</a>
            </p>
          </div>
          <ChosenFilters filters={filters} series={series} topicNames={topicNames} hosts={hosts} />
          {total === 0 && (
            <div className="after">
              <NoEvents filters={filters} times={found.facets.when} />
            </div>
          )}
          {filters.q === '' ? (
            <EventGroups rows={rows} by={filters.when === 'upcoming' ? 'month' : 'year'} isWhole={pageCount === 1} />
          ) : (
            rows.length > 0 && (
              <section aria-labelledby="found">
                <h2 id="found" className="vh">
                  {countLine(filters, total, t)}
                </h2>
                <EventList rows={rows} />
              </section>
            )
          )}
          <div className="after">
            <Pages
              page={filters.page}
              pageCount={pageCount}
              addressOf={(page) => path(`/events${formatFilters({ ...filters, page })}`)}
            />
          </div>
          {total > 0 && <FeedLinks query={query} />}
        </div>
      </div>
    </main>
  )
}

/** Places in the main navigation are queries too, and keep their names. */
const NAMED = { '?series=ntw&series=regional': 'common.training', '?scholarship=open': 'common.scholarships' } as const

function headingOf(filters: CatalogueFilters, t: Translate): string {
  if (filters.q) return t('catalogue.matching', { q: filters.q })
  const name = NAMED[formatFilters({ ...filters, page: 1 }) as keyof typeof NAMED]
  if (name) return t(name)
  const { when } = filters
  return t(when === 'past' ? 'catalogue.pastEvents' : when === 'all' ? 'catalogue.allEvents' : 'catalogue.events')
}

function countLine({ when }: CatalogueFilters, count: number, t: Translate): string {
  return t(`catalogue.${when}Count`, { count })
}
