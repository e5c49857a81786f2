import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '#app/http/answers.ts'
import { programmeView } from '#app/programme/programme-queries.server.ts'
import { type ProgrammeSession, type ProgrammeView, sessionsOfTrack } from '#app/programme/programme-view.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ProgrammeCalendars, SessionFile } from '#app/ui/event/programme-calendars.tsx'
import { People, TimesNote } from '#app/ui/event/session-rows.tsx'
import { count } from '#app/ui/event/words.ts'
import { foreign } from '#app/ui/foreign.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { shareMeta } from '#app/ui/share-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

export const handle = { shell: 'public', section: 'events' }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  const programme = await programmeView(db, params.event ?? '', context.language)
  if (!programme) throw notFound()
  const asked = new URL(request.url).searchParams.get('track')
  const track = programme.tracks.find(({ code }) => code === asked)?.code ?? null
  return { programme, track, baseUrl: config.baseUrl, prefix: context.prefix }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    if (!args.data) return { title: '404' }
    const { programme, baseUrl, prefix } = args.data
    const title = t('event.programme.pageTitle', { title: programme.title })
    const path = `/events/${programme.slug}/programme`
    return { title, more: shareMeta({ baseUrl, prefix, path, title, description: '' }) }
  })

export default function Page() {
  const { programme, track } = useLoaderData<typeof loader>()
  const page = usePage()
  const { t, language, path, now } = page
  const canAdd = !programme.isCancelled && !programme.isPostponed
  const sessions = sessionsOfTrack(programme.sessions, track)
  const days = Map.groupBy(sessions, ({ heldOn }) => heldOn)
  const event = `/events/${programme.slug}`
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(programme.mark)}>
      <Crumbs
        trail={[
          { label: t('common.events'), to: '/events' },
          { label: <bdi>{programme.seriesName}</bdi>, to: `/series/${programme.seriesSlug}` },
          { label: <bdi {...foreign(programme.titleLanguage, page.language)}>{programme.title}</bdi>, to: event },
          { label: t('event.programme.title') },
        ]}
      />
      <div className="split head">
        <p className="kind">
          <bdi>{programme.seriesName}</bdi>
        </p>
        <div className="flow">
          <h1>{t('event.programme.title')}</h1>
          <p className="lead">
            <bdi {...foreign(programme.titleLanguage, page.language)}>{programme.title}</bdi>
          </p>
          {programme.isPostponed && <Note is="warn">{t('event.action.postponed')}</Note>}
          {programme.isCancelled && <Note is="warn">{t('event.action.cancelled')}</Note>}
          {sessions.length > 0 && (
            <p>
              {t('event.programme.count', { count: sessions.length, shown: count(sessions.length, language) })}.{' '}
              <TimesNote event={programme} hasStreams={sessions.some(({ isStreamed }) => isStreamed)} />
            </p>
          )}
          <Choices programme={programme} track={track} days={[...days.keys()]} />
        </div>
      </div>
      {sessions.length === 0 && <NoSessions slug={programme.slug} isTrack={track !== null} />}
      {[...days].map(([day, held]) => (
        <Leaf key={day} id={`d${day}`} title={formatDay(day, language, { weekday: true, year: false })}>
          <table className="when">
            <thead className="vh">
              <tr>
                <th scope="col">{t('event.programme.time')}</th>
                <th scope="col">{t('event.programme.session')}</th>
              </tr>
            </thead>
            <tbody>
              {held.map((session) => (
                <Session
                  key={session.id}
                  session={session}
                  tracks={programme.tracks}
                  slug={canAdd && day >= now.slice(0, 10) ? programme.slug : null}
                />
              ))}
            </tbody>
          </table>
        </Leaf>
      ))}
      {canAdd && sessions.length > 0 && <ProgrammeCalendars slug={programme.slug} tracks={programme.tracks} />}
      <p className="row noprint">
        <a href={path(event)}>{t('event.programme.backToEvent')}</a>
      </p>
    </main>
  )
}

/** The ways to less of it: by track, by day. */
function Choices({ programme, track, days }: { programme: ProgrammeView; track: string | null; days: string[] }) {
  const { t, language, path } = usePage()
  const here = path(`/events/${programme.slug}/programme`)
  return (
    <div className="noprint">
      {programme.tracks.length > 1 && (
        <nav aria-label={t('event.programme.trackFilter')}>
          <ul role="list" className="row">
            <li>
              <a href={here} aria-current={track === null ? 'true' : undefined}>
                {t('event.programme.allTracks')}
              </a>
            </li>
            {programme.tracks.map(({ code }) => (
              <li key={code}>
                <a
                  href={`${here}?track=${encodeURIComponent(code)}`}
                  aria-current={track === code ? 'true' : undefined}
                >
                  <bdi>{code}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {days.length > 1 && (
        <nav aria-label={t('event.programme.days')}>
          <ul role="list" className="row">
            {days.map((day) => (
              <li key={day}>
                <a href={`#d${day}`}>{formatDay(day, language, { year: false })}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}

const KINDS = ['plenary', 'talk', 'panel', 'tutorial', 'workshop', 'lab', 'break', 'social'] as const

function Session({
  session,
  tracks,
  slug,
}: {
  session: ProgrammeSession
  tracks: ProgrammeView['tracks']
  /** Of its event, while it can be taken into a calendar. */
  slug: string | null
}) {
  const page = usePage()
  const { t } = page
  const track = tracks.find(({ code }) => code === session.trackCode)
  const kind = KINDS.find((known) => known === session.kind)
  const words = session.language ? foreign(session.language, page.language) : { dir: 'auto' as const }
  const facts = [
    session.room,
    kind && t(`event.programme.kinds.${kind}`),
    session.isStreamed && t('event.programme.live'),
  ]
  return (
    <tr>
      <td className="nowrap">
        {session.startsTime}–{session.endsTime}
      </td>
      <td>
        <b {...words}>{session.title}</b>
        <People people={session.people} />
        <br />
        <small className="row">
          <span>
            {track && (
              <>
                <bdi {...foreign(track.language, page.language)}>
                  {track.title === track.code ? track.code : `${track.code} ${track.title}`}
                </bdi>
                {' · '}
              </>
            )}
            {facts.filter(Boolean).join(' · ')}
          </span>
          {slug && <SessionFile slug={slug} session={session} />}
        </small>
        {session.abstract && (
          <>
            <br />
            <span {...words}>{session.abstract}</span>
          </>
        )}
      </td>
    </tr>
  )
}

function NoSessions({ slug, isTrack }: { slug: string; isTrack: boolean }) {
  const { t, path } = usePage()
  return (
    <section aria-labelledby="none">
      <h2 className="vh" id="none">
        {t('event.programme.title')}
      </h2>
      <Empty title={t(isTrack ? 'event.programme.emptyTrackTitle' : 'event.programme.emptyTitle')}>
        <p>{t(isTrack ? 'event.programme.emptyTrack' : 'event.programme.empty')}</p>
        {isTrack && (
          <p>
            <a className="btn" href={path(`/events/${slug}/programme`)}>
              {t('event.programme.allTracks')}
            </a>
          </p>
        )}
      </Empty>
    </section>
  )
}
