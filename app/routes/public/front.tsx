import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { foundEvents } from './found-events.server.ts'
import { findFeatured, findFirstYear, type SeriesSummary } from '#app/events/catalogue-queries.server.ts'
import { NO_FILTERS } from '#app/events/catalogue/filters.ts'
import { EventGroups } from '#app/ui/event-groups.tsx'
import { Facets } from '#app/ui/facets.tsx'
import { Feature } from '#app/ui/feature.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { publicMeta } from '#app/ui/page-meta.ts'
import { Seek } from '#app/ui/seek.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

export const handle = { section: 'events' }

export const meta: MetaFunction = (args) =>
  publicMeta(args, (t) => ({
    title: t('catalogue.frontTitle'),
    description: t('catalogue.frontDescription'),
    address: '/',
    feeds: [{ type: 'application/atom+xml', address: '/events.atom' }],
  }))

export async function loader({ context }: LoaderFunctionArgs) {
  const { services, now, language } = context
  const held = await services.publicFacts(now)
  const [catalogue, { featured }, { firstYear }] = await Promise.all([
    foundEvents(context, NO_FILTERS),
    held(`featured ${language}`, async () => ({ featured: await findFeatured(services.db, now, language) })),
    held('first year', async () => ({ firstYear: await findFirstYear(services.db) })),
  ])
  return { ...catalogue, featured, firstYear }
}

export default function Front() {
  const { found, featured, series, topicNames, firstYear } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1} className="cat">
      <Hero count={found.total} countries={found.facets.country.length} />
      {featured && <Feature event={featured} />}
      <div className="split list">
        <Facets filters={NO_FILTERS} facets={found.facets} series={series} topicNames={topicNames} />
        <div>
          <div className="row ends sub">
            <p>
              <b>{t('catalogue.upcomingCount', { count: found.total })}</b>
            </p>
            <p>
              <a href={path('/calendar')}>{t('catalogue.subscribe')}</a>
            </p>
          </div>
          <EventGroups rows={found.rows} by="month" isWhole={found.pageCount === 1} />
          {found.pageCount > 1 && (
            <p className="after">
              <a href={path('/events')}>{t('catalogue.allUpcoming', { count: found.total })}</a>
            </p>
          )}
          {firstYear && (
            <p className="after">
              <a href={path('/events?when=past')}>{t('catalogue.pastLink', { year: firstYear })}</a>
              {t('catalogue.pastLinkRest')}
            </p>
          )}
        </div>
      </div>
      <SeriesOverview {...shownSeries(series, found.facets.series)} />
      <Leaf id="subscribe" title={t('catalogue.howToSubscribe')}>
        <p>{t('catalogue.howToSubscribeText')}</p>
        <p className="row">
          <a className="btn" href={path('/calendar')}>
            {t('catalogue.subscribe')}
          </a>
        </p>
      </Leaf>
    </main>
  )
}

const MOST_SERIES = 4

/** Of many series those first that have something ahead; of the others the names. */
function shownSeries<Series extends { slug: string }>(series: Series[], ahead: { value: string }[]) {
  const isAhead = (slug: string) => ahead.some(({ value }) => value === slug)
  const first = new Set(
    series.toSorted((one, other) => +isAhead(other.slug) - +isAhead(one.slug)).slice(0, MOST_SERIES),
  )
  return { series: series.filter((one) => first.has(one)), others: series.filter((one) => !first.has(one)) }
}

function Hero({ count, countries }: { count: number; countries: number }) {
  const { t, language, now } = usePage()
  const where = countries > 0 ? t('catalogue.inCountries', { count: countries }) : t('catalogue.onlineOnly')
  const ahead = count > 0 ? t('catalogue.ahead', { count, where }) : t('catalogue.aheadNone')
  return (
    <div className="split hero">
      <p className="hint">{t('catalogue.today', { day: formatDay(now.slice(0, 10), language, { weekday: true }) })}</p>
      <div className="flow">
        <h1>{t('catalogue.hero')}</h1>
        <p className="lead">{t('catalogue.lead', { ahead })}</p>
        <Seek />
      </div>
    </div>
  )
}

function SeriesOverview({ series, others }: Record<'series' | 'others', SeriesSummary[]>) {
  const { t, path, language } = usePage()
  return (
    <Leaf id="series" title={t('catalogue.seriesOverview')}>
      <ul role="list" className="cols">
        {series.map(({ slug, mark, name, summary, language: its }) => (
          <li key={slug} data-series={seriesOf(mark)} {...foreign(its, language)}>
            <p className="kind">
              <a href={path(`/series/${slug}`)}>{name}</a>
            </p>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <ul role="list" className="row after" aria-label={t('catalogue.moreSeries')}>
          {others.map(({ slug, shortName, language: its }) => (
            <li key={slug} {...foreign(its, language)}>
              <a href={path(`/series/${slug}`)}>{shortName}</a>
            </li>
          ))}
        </ul>
      )}
    </Leaf>
  )
}
