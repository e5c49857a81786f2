import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findSeriesEvents, listSeries } from '#app/events/catalogue-queries.server.ts'
import { groupByYear } from '#app/events/catalogue/groups.ts'
import { notFound } from '#app/http/answers.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { EventList } from '#app/ui/event-groups.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { HistoryTable } from '#app/ui/history-table.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { publicMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { Poster } from '#app/ui/poster.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { Slab } from '#app/ui/slab.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { section: 'events' }

const UPCOMING = 50
const PAST = 100

export const meta: MetaFunction<typeof loader> = (args) =>
  publicMeta(args, (t) => {
    const { series, page } = args.data!
    return {
      title: series.name,
      description: series.summary || t('catalogue.seriesDescription', { name: series.name }),
      address: `/series/${series.slug}${page > 1 ? `?page=${page}` : ''}`,
      feeds: [{ type: 'text/calendar', address: `/series/${series.slug}.ics` }],
    }
  })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services, now, language } = context
  const held = await services.publicFacts(now)
  const all = await held(`series ${language}`, () => listSeries(services.db, language))
  const series = all.find(({ slug }) => slug === params.series)
  if (!series) throw notFound()
  const side = (when: 'upcoming' | 'past', limit: number, offset = 0) =>
    held(`${when} of series ${language} ${series.slug} ${offset}`, () =>
      findSeriesEvents(services, series.slug, { when, limit, offset }, now, language),
    )
  const asked = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const wanted = Number.isInteger(asked) ? Math.max(asked, 1) : 1
  const [{ rows: upcoming }, found] = await Promise.all([
    side('upcoming', UPCOMING),
    side('past', PAST, (wanted - 1) * PAST),
  ])
  const pageCount = Math.max(1, Math.ceil(found.total / PAST))
  const page = Math.min(wanted, pageCount)
  const { rows: past } = page === wanted ? found : await side('past', PAST, (page - 1) * PAST)
  return { series, upcoming, past, page, pageCount }
}

export default function Series() {
  const { series, upcoming, past, page, pageCount } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  const next = upcoming.find(({ status }) => status.kind !== 'cancelled')
  return (
    <main id="main" tabIndex={-1} className="bare" data-series={seriesOf(series.mark)}>
      <Poster
        mark={series.mark}
        crumbs={<Crumbs trail={[{ label: t('common.events'), to: '/events' }, { label: series.shortName }]} />}
        slab={next && <Slab startsOn={next.startsOn} endsOn={next.endsOn} />}
        kind={series.kind}
        title={series.name}
        lead={series.summary}
        words={foreign(series.language, language)}
      >
        <p className="row">
          <a className="btn go" href={path(`/calendar?series=${series.slug}`)}>
            {t('catalogue.seriesSubscribe')}
          </a>{' '}
          <span>{t('catalogue.seriesSubscribeDetail')}</span>
        </p>
      </Poster>
      <div className="main">
        <Leaf id="upcoming" title={t('catalogue.seriesUpcoming')}>
          {upcoming.length > 0 ? (
            <EventList rows={upcoming} />
          ) : (
            <Empty title={t('catalogue.seriesNothing')}>
              <p>{t('catalogue.seriesNothingText')}</p>
            </Empty>
          )}
        </Leaf>
        <Leaf id="history" title={t('catalogue.seriesHistory')}>
          {past.length > 0 ? <HistoryTable years={groupByYear(past)} /> : <p>{t('catalogue.seriesHistoryNone')}</p>}
          <Pages
            page={page}
            pageCount={pageCount}
            addressOf={(number) => path(`/series/${series.slug}?page=${number}`)}
          />
        </Leaf>
      </div>
    </main>
  )
}
