import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireTeaching } from '#app/http/guards.server.ts'
import { listReachedEvents } from '#app/participants/event-queries.server.ts'
import { EVENTS_PAGE, pageCount, pageNumber } from '#app/participants/paging.ts'
import { listTaughtTracks } from '#app/participants/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { Slab } from '#app/ui/slab.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('teach.myWorkshops') }))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { signedIn, reach } = await requireTeaching(request, context)
  const { db } = context.services
  const { events, total, page } = await listReachedEvents(db, {
    reach,
    search: '',
    language: context.language,
    now: context.now,
    page: pageNumber(new URL(request.url).searchParams.get('page')),
    hidesDrafts: true,
  })
  const taught = signedIn.roles.filter(({ role, trackId }) => role === 'instructor' && trackId !== '')
  const tracks = await listTaughtTracks(
    db,
    taught.map(({ trackId }) => trackId),
    context.language,
  )
  return { events, total, page, tracks }
}

export default function Workshops() {
  const { events, total, page } = useLoaderData<typeof loader>()
  const { t, now, path } = usePage()
  const upcoming = events.filter((event) => event.endsAt >= now)
  const past = events.filter((event) => event.endsAt < now)
  return (
    <main id="main" tabIndex={-1}>
      <div className="head">
        <h1>{t('teach.myWorkshops')}</h1>
      </div>
      {total === 0 && (
        <Empty title={t('teach.noWorkshops')}>
          <p>{t('teach.noWorkshopsWhy')}</p>
        </Empty>
      )}
      {upcoming.length > 0 && (
        <Leaf id="upcoming" title={t('teach.upcoming')}>
          <Events events={upcoming} />
        </Leaf>
      )}
      {past.length > 0 && (
        <Leaf id="past" title={t('teach.past')}>
          <Events events={past} />
        </Leaf>
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, EVENTS_PAGE)}
        addressOf={(number) => path(`/teach?page=${number}`)}
      />
    </main>
  )
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['events'][number]

function Events({ events }: { events: Listed[] }) {
  const { tracks } = useLoaderData<typeof loader>()
  const { t, language, path, now } = usePage()
  return (
    <ul role="list" className="wide">
      {events.map((event) => {
        const own = tracks.filter((track) => track.eventId === event.id)
        return (
          <li key={event.id} className="event" data-series={seriesOf(event.mark)}>
            <Slab startsOn={event.startsOn} endsOn={event.endsOn} isOpen={event.endsAt >= now} />
            <div>
              <h3>
                <a href={path(`/teach/${event.slug}`)} lang={event.titleLanguage}>
                  <bdi>{event.title}</bdi>
                </a>
              </h3>
              <p>
                {event.format === 'online' ? (
                  t('teach.online')
                ) : (
                  <>
                    <bdi>{event.city}</bdi>
                    {event.country && `, ${countryName(event.country, language)}`}
                  </>
                )}
              </p>
              {own.map((track) => (
                <p key={track.id} className="mute">
                  <bdi>{track.code}</bdi>: <bdi lang={track.language}>{track.title}</bdi>
                </p>
              ))}
            </div>
            <div>
              {event.status === 'cancelled' ? (
                <Tag is="bad">{t('teach.cancelled')}</Tag>
              ) : own.length > 0 ? (
                <p className="mute">{t('teach.yourTracks', { count: own.length })}</p>
              ) : (
                <p>{t('teach.confirmed', { count: event.confirmed })}</p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
