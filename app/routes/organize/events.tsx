import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OrganizerSide } from './organizer-side.tsx'
import { StatusTag } from './status-tag.tsx'
import { requireSeriesOrganizer } from '#app/http/guards.server.ts'
import { listReachedEvents } from '#app/participants/event-queries.server.ts'
import { EVENTS_PAGE, pageCount, pageNumber } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { countryName, formatDays } from '#app/values/dates.ts'
import { cleanLine } from '#app/values/text.ts'

export const handle = { shell: 'work', section: 'organize' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('organize.myEvents') }))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach, series } = await requireSeriesOrganizer(request, context)
  const address = new URL(request.url).searchParams
  const search = cleanLine(address.get('q') ?? '').slice(0, 100)
  const page = pageNumber(address.get('page'))
  const { db } = context.services
  const found = await listReachedEvents(db, { reach, search, language: context.language, now: context.now, page })
  return { ...found, search, mayCreate: series.length > 0 }
}

export default function MyEvents() {
  const { events, total, search, page, mayCreate } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  return (
    <div className="main desk">
      <OrganizerSide mayCreate={mayCreate} />
      <main id="main" tabIndex={-1}>
        <div className="row ends">
          <div>
            <h1>{t('organize.myEvents')}</h1>
            <p className="mute">{t('organize.eventCount', { count: total })}</p>
          </div>
          {mayCreate && (
            <a className="btn go" href={path('/organize/new')}>
              {t('organize.newEvent')}
            </a>
          )}
        </div>
        {(total > 0 || search !== '') && (
          <form className="row filt" role="search" action={path('/organize')}>
            <div>
              <label htmlFor="q">{t('organize.searchTitle')}</label>
              <input id="q" name="q" type="search" defaultValue={search} dir="auto" />
            </div>
            <button>{t('organize.show')}</button>
          </form>
        )}
        {events.length === 0 ? (
          <Nothing search={search} mayCreate={mayCreate} />
        ) : (
          <div className="scroll" role="group" aria-label={t('organize.myEvents')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('organize.event')}</th>
                  <th scope="col">{t('organize.dates')}</th>
                  <th scope="col" className="more">
                    {t('organize.place')}
                  </th>
                  <th scope="col" className="num more">
                    {t('organize.registered')}
                  </th>
                  <th scope="col" className="num more">
                    {t('organize.waitingForPayment')}
                  </th>
                  <th scope="col">{t('organize.statusHead')}</th>
                </tr>
              </thead>
              <tbody>
                {events.map((event) => (
                  <tr key={event.id} data-series={seriesOf(event.mark)}>
                    <th scope="row">
                      <span className="check">
                        <span className="mark" />{' '}
                        <a href={path(`/organize/${event.slug}`)} lang={event.titleLanguage}>
                          <bdi>{event.title}</bdi>
                        </a>
                      </span>
                    </th>
                    <td>{formatDays(event.startsOn, event.endsOn, language)}</td>
                    <td className="more">
                      {event.format === 'online' ? (
                        t('organize.online')
                      ) : (
                        <>
                          <bdi>{event.city}</bdi>
                          <br />
                          <small>{event.country && countryName(event.country, language)}</small>
                        </>
                      )}
                    </td>
                    <td className="num more">{event.confirmed}</td>
                    <td className="num more">{event.held}</td>
                    <td>
                      <StatusTag status={event.status} endsAt={event.endsAt} postponedAt={event.postponedAt} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Pages
          page={page}
          pageCount={pageCount(total, EVENTS_PAGE)}
          addressOf={(number) => path(`/organize?${new URLSearchParams({ q: search, page: String(number) })}`)}
        />
      </main>
    </div>
  )
}

function Nothing({ search, mayCreate }: { search: string; mayCreate: boolean }) {
  const { t, path } = usePage()
  if (search !== '')
    return (
      <Empty title={t('organize.nothingFound', { search })}>
        <p>
          <a href={path('/organize')}>{t('organize.allMyEvents')}</a>
        </p>
      </Empty>
    )
  return (
    <Empty title={t('organize.noEvents')}>
      <p>{mayCreate ? t('organize.noEventsCreate') : t('organize.noEventsAsk')}</p>
      {mayCreate && (
        <p>
          <a href={path('/organize/new')}>{t('organize.newEvent')}</a>
        </p>
      )}
    </Empty>
  )
}
