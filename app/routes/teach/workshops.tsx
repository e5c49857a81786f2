import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WorkshopRows } from './workshop-rows.tsx'
import { requireTeaching } from '#app/http/guards.server.ts'
import { listReachedEvents } from '#app/participants/event-queries.server.ts'
import { readDue } from '#app/participants/home/read-due.server.ts'
import { EVENTS_PAGE, pageCount, pageNumber } from '#app/participants/paging.ts'
import { listTaughtTracks } from '#app/participants/queries.server.ts'
import { taughtTracks } from '#app/people/rights.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('teach.myWorkshops') }))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { signedIn, reach } = await requireTeaching(request, context)
  const { services, language, now } = context
  const { db } = services
  const { events, total, page } = await listReachedEvents(db, {
    reach,
    search: '',
    language,
    now,
    page: pageNumber(new URL(request.url).searchParams.get('page')),
    hidesDrafts: true,
  })
  const taught = signedIn.roles.filter(({ role, trackId }) => role === 'instructor' && trackId !== '')
  const [tracks, due] = await Promise.all([
    listTaughtTracks(
      db,
      taught.map(({ trackId }) => trackId),
      language,
    ),
    readDue(db, {
      events: events
        .filter(({ status }) => status !== 'cancelled')
        .map((event) => ({ id: event.id, trackIds: taughtTracks(signedIn.roles, event) })),
      accountId: signedIn.accountId,
      now,
    }),
  ])
  return {
    total,
    page,
    tracks,
    events: events.map((event) => ({ ...event, due: due.get(event.id) ?? [] })),
  }
}

/** What somebody teaches, for years: what runs now, what comes, what was. */
export default function Workshops() {
  const { events, total, page, tracks } = useLoaderData<typeof loader>()
  const { t, now, path } = usePage()
  const groups = [
    {
      id: 'running',
      title: t('workshop.running'),
      of: events.filter((event) => event.startsAt <= now && event.endsAt > now),
    },
    { id: 'upcoming', title: t('teach.upcoming'), of: events.filter(({ startsAt }) => startsAt > now) },
    { id: 'past', title: t('teach.past'), of: events.filter(({ endsAt }) => endsAt <= now) },
  ]
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
      {groups.map(
        ({ id, title, of }) =>
          of.length > 0 && (
            <Leaf key={id} id={id} title={title}>
              <WorkshopRows events={of} tracks={tracks} />
            </Leaf>
          ),
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, EVENTS_PAGE)}
        addressOf={(number) => path(`/teach?page=${number}`)}
      />
    </main>
  )
}
