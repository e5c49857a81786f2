import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ParticipantsTable } from './participants-table.tsx'
import { readerOf, scopedTracks } from './reading.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { pageCount, pageNumber, PEOPLE_PAGE } from '#app/participants/paging.ts'
import { listNames, listParticipants } from '#app/participants/queries.server.ts'
import { visibleAudiences } from '#app/participants/visible-fields.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'
import { formatDays } from '#app/values/dates.ts'
import { cleanLine } from '#app/values/text.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('teach.participantsOf', { event: args.data?.event.title ?? '' }) }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const search = cleanLine(address.get('q') ?? '').slice(0, 100)
  const names = await listNames(db, { eventId: event.id }, context.language)
  const tracks = scopedTracks(names.tracks, trackIds)
  const trackId = tracks.find(({ id }) => id === address.get('track'))?.id ?? null
  const page = pageNumber(address.get('page'))
  const reader = readerOf(signedIn.roles, event)
  const [found, shown] = await Promise.all([
    listParticipants(db, {
      eventId: event.id,
      trackIds,
      trackId,
      search,
      page,
      audiences: visibleAudiences(reader),
      language: context.language,
    }),
    findEventForEditing(db, event.id, context.language),
  ])
  const rows = found.rows.map(({ email, code: _code, sortKey: _sortKey, ...row }) => ({
    ...row,
    email: reader === 'organizer' ? email : null,
  }))
  return { ...found, rows, tracks, ticketTypes: names.ticketTypes, search, trackId, reader, event: shown! }
}

export default function Participants() {
  const shown = useLoaderData<typeof loader>()
  const { event, total, tracks, rows, search, trackId, page } = shown
  const { t, language, path } = usePage()
  const base = `/teach/${event.slug}`
  const only = tracks.length === 1 ? tracks[0] : tracks.find(({ id }) => id === trackId)
  const query = (more: Record<string, string>) =>
    new URLSearchParams({ ...(search && { q: search }), ...(trackId && { track: trackId }), ...more })
  return (
    <div className="main desk" data-series={seriesOf(event.mark)}>
      <WorkSide
        title={event.title}
        mark={event.mark}
        links={[
          { to: base, label: t('teach.participants'), count: total },
          { to: `${base}/sessions`, label: t('session.teach.title') },
          { to: `${base}/list`, label: t('teach.signInSheet') },
          { to: '/teach', label: t('teach.myWorkshops') },
        ]}
      />
      <main id="main" tabIndex={-1}>
        <div className="row ends">
          <div>
            <h1>{only ? t('teach.trackParticipants', { track: only.code }) : t('teach.participants')}</h1>
            <p className="mute">
              {t('teach.confirmed', { count: total })} ·{' '}
              {only ? <bdi>{only.title}</bdi> : formatDays(event.startsOn, event.endsOn, language)}
              {only?.room && (
                <>
                  {' '}
                  · <bdi>{only.room}</bdi>
                </>
              )}
            </p>
          </div>
        </div>
        <form className="row filt" role="search" aria-label={t('teach.filter')} action={path(base)}>
          <div>
            <label htmlFor="q">{t('teach.searchPeople')}</label>
            <input id="q" name="q" type="search" defaultValue={search} dir="auto" />
          </div>
          {tracks.length > 1 && (
            <div>
              <label htmlFor="track">{t('teach.track')}</label>
              <select id="track" name="track" defaultValue={trackId ?? ''}>
                <option value="">{t('teach.allTracks')}</option>
                {tracks.map(({ id, code, title }) => (
                  <option key={id} value={id}>
                    {code}: {title}
                  </option>
                ))}
              </select>
            </div>
          )}
          <button>{t('teach.show')}</button>
        </form>
        {rows.length === 0 ? (
          <Empty title={search || trackId ? t('teach.nobodyFound') : t('teach.nobodyYet')}>
            <p>{search || trackId ? <a href={path(base)}>{t('teach.showAll')}</a> : t('teach.nobodyYetWhy')}</p>
          </Empty>
        ) : (
          <>
            <p className="row get">
              <b>{t('teach.download', { count: total })}</b>{' '}
              <a href={path(`${base}/participants.csv?${query({})}`)} download>
                CSV <small>{t('teach.aboutSize', { size: Math.max(1, Math.round((total * 110) / 1024)) })}</small>
              </a>{' '}
              <a href={path(`${base}/participants.csv?${query({ bom: '1', separator: 'semicolon' })}`)} download>
                {t('teach.csvForExcel')}
              </a>{' '}
              <a href={path(`${base}/list?${query({})}`)}>{t('teach.printSheet')}</a>
            </p>
            <ParticipantsTable {...shown} />
          </>
        )}
        <Pages
          page={page}
          pageCount={pageCount(total, PEOPLE_PAGE)}
          addressOf={(number) => path(`${base}?${query({ page: String(number) })}`)}
        />
      </main>
    </div>
  )
}
