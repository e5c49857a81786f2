import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addressOfChoice, choiceOf, type EventsChoice, isChosen } from './events-choice.ts'
import { EventsFilter } from './events-filter.tsx'
import { EventsTable } from './events-table.tsx'
import { OrganizerSide } from './organizer-side.tsx'
import { requireWorkspace } from '#app/http/guards.server.ts'
import { listReachedEvents } from '#app/participants/event-queries.server.ts'
import { EVENTS_PAGE, pageCount, pageNumber } from '#app/participants/paging.ts'
import { seriesWithin } from '#app/people/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'organize' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('organize.myEvents') }))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach, series } = await requireWorkspace(request, context)
  const address = new URL(request.url).searchParams
  const choice = choiceOf(address)
  const { language, now } = context
  const { db } = context.services
  const all = await seriesWithin(db, 'all', language)
  // A series that is not there has no events.
  const seriesId = choice.series && (all.find(({ slug }) => slug === choice.series)?.id ?? '-')
  const wanted = { reach, search: choice.q, when: choice.when, status: choice.status, seriesId, language, now }
  const found = await listReachedEvents(db, { ...wanted, page: pageNumber(address.get('page')) })
  const mayCreate = new Set(series.map(({ id }) => id))
  return {
    ...found,
    events: found.events.map((event) => ({ ...event, mayClone: mayCreate.has(event.seriesId) })),
    choice,
    series: all.map(({ slug, name }) => ({ slug, name })),
    mayCreate: series.length > 0,
  }
}

export default function MyEvents() {
  const { events, total, choice, page, series, mayCreate } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
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
        {(total > 0 || isChosen(choice)) && <EventsFilter choice={choice} series={series} />}
        {events.length === 0 ? <Nothing choice={choice} mayCreate={mayCreate} /> : <EventsTable events={events} />}
        <Pages
          page={page}
          pageCount={pageCount(total, EVENTS_PAGE)}
          addressOf={(number) => path(`/organize${addressOfChoice(choice, number)}`)}
        />
      </main>
    </div>
  )
}

function Nothing({ choice, mayCreate }: { choice: EventsChoice; mayCreate: boolean }) {
  const { t, path } = usePage()
  if (isChosen(choice))
    return (
      <Empty title={choice.q ? t('organize.nothingFound', { search: choice.q }) : t('author.list.nothing')}>
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
