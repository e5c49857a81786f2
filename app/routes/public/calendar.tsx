import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownSystem } from '#app/calendar/own-system.ts'
import { findEvents, listSeries, listTopicNames } from '#app/events/catalogue-queries.server.ts'
import { formatFilters, parseFilters } from '#app/events/catalogue/filters.ts'
import { findHosts } from '#app/events/catalogue/find-hosts.server.ts'
import { nameFilters } from '#app/events/catalogue/name-filters.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { Choices } from '#app/ui/calendar/choices.tsx'
import { FeedEvents } from '#app/ui/calendar/feed-events.tsx'
import { FeedLinks } from '#app/ui/calendar/feed-links.tsx'
import { GoodToKnow, HowOften } from '#app/ui/calendar/good-to-know.tsx'
import { Guides } from '#app/ui/calendar/guides.tsx'
import { ReadyMade } from '#app/ui/calendar/ready-made.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { publicMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public', section: 'calendar' }

/** What is shown of what is in a calendar. */
const FIRST = 10

/** How to subscribe depends on the system that the browser names. */
export const headers = () => ({ Vary: 'User-Agent' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, now, language } = context
  const { db, config } = services
  const asked = parseFilters(new URL(request.url).searchParams)
  // A calendar of the past alone never changes: who comes from such a list follows all of it.
  const filters = { ...asked, page: 1, when: asked.when === 'upcoming' ? ('upcoming' as const) : ('all' as const) }
  const [found, series, topicNames, hosts, reader] = await Promise.all([
    findEvents(services, filters, now, language),
    listSeries(db, language),
    listTopicNames(db, language),
    findHosts(db, filters.host, now),
    signedIn(request, context),
  ])
  const { rows, total, facets } = found
  const query = formatFilters(filters)
  return {
    filters,
    query,
    series: series.map(({ slug, mark, name, shortName }) => ({ slug, mark, name, shortName })),
    topicNames,
    hosts,
    facets,
    total,
    rows: rows.slice(0, FIRST),
    name: nameFilters(filters, { series, topicNames, hosts }, translator(language), language),
    address: `${config.baseUrl}/${language}/events.ics${query}`,
    own: ownSystem(request.headers.get('User-Agent')),
    isSignedIn: reader !== null,
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  publicMeta(args, (t) => {
    const { query = '', name } = args.data ?? {}
    return {
      title: query && name ? name : t('calendar.title'),
      description: t('calendar.lead'),
      address: `/calendar${query}`,
      feeds: [{ type: 'text/calendar', address: `/events.ics${query}` }],
      isIndexed: query === '',
    }
  })

export default function Page() {
  const { filters, query, series, topicNames, hosts, facets, total, rows, name, address, own } =
    useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1} className="cat">
      <div className="split head">
        <span />
        <div className="flow">
          <h1>{t('calendar.title')}</h1>
          <p className="lead">{t('calendar.lead')}</p>
        </div>
      </div>
      <div className="split list">
        <Choices filters={filters} facets={facets} series={series} topicNames={topicNames} hosts={hosts} />
        <div>
          <section className="leaf wide flow" aria-labelledby="feed">
            <h2 id="feed">{name}</h2>
            <div className="flow">
              <p>{total === 0 ? t('calendar.nothing') : t('calendar.inIt', { count: total })}</p>
              <FeedLinks address={address} name={name} own={own} />
              {query !== '' && (
                <p className="row">
                  <a href={path('/calendar#ready')}>{t('calendar.changeMind')}</a>
                </p>
              )}
            </div>
          </section>
          <Guides own={own} />
          {total > 0 && (
            <FeedEvents
              rows={rows}
              total={total}
              list={`/events${query}`}
              isLatestFirst={filters.when === 'all' && filters.q === ''}
            />
          )}
        </div>
      </div>
      {query === '' && <ReadyMade series={series} hosts={hosts} countries={facets.country.map(({ value }) => value)} />}
      <GoodToKnow />
      <HowOften />
      <Others />
    </main>
  )
}

/** One event, one's own, and what programs take. */
function Others() {
  const { query, isSignedIn } = useLoaderData<typeof loader>()
  const { t, path, feed } = usePage()
  return (
    <>
      <Leaf id="one" title={t('calendar.one')}>
        <p>{t('calendar.oneText')}</p>
      </Leaf>
      <Leaf id="own" title={t('calendar.own')}>
        <p>{t('calendar.ownText')}</p>
        <p className="row">
          <a href={path(isSignedIn ? '/me/calendars' : '/signin?to=%2Fme%2Fcalendars')}>
            {t(isSignedIn ? 'calendar.ownLink' : 'calendar.ownSignIn')}
          </a>
        </p>
      </Leaf>
      <Leaf id="programs" title={t('calendar.programs')} isPrinted={false}>
        <ul>
          <li>
            <a href={feed(`/events.atom${query}`)}>{t('calendar.atom')}</a>
          </li>
          <li>
            <a href={path(`/events.json${query}`)}>{t('calendar.json')}</a>
          </li>
          <li>
            <a href={feed(`/events.jcal${query}`)}>{t('calendar.jcal')}</a>
          </li>
        </ul>
      </Leaf>
    </>
  )
}
