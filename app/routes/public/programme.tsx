import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Choices } from './programme-choices.tsx'
import { NoSessions } from './programme-none.tsx'
import { notFound } from '#app/http/answers.ts'
import { programmeView } from '#app/programme/programme-queries.server.ts'
import { daysOf, sessionsOfTrack, shownDay } from '#app/programme/programme-view.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ProgrammeCalendars } from '#app/ui/event/programme-calendars.tsx'
import { ProgrammeSessionRow } from '#app/ui/event/programme-session.tsx'
import { TimesNote } from '#app/ui/event/session-rows.tsx'
import { count } from '#app/ui/event/words.ts'
import { foreign } from '#app/ui/foreign.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { shareMeta } from '#app/ui/share-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { wallClock } from '#app/values/moment.ts'

export const handle = { shell: 'public', section: 'events' }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services, language, now } = context
  const slug = params.event ?? ''
  const held = await services.publicFacts(now)
  const programme = await held(`programme ${language} ${slug}`, () => programmeView(services.db, slug, language))
  if (!programme) throw notFound()
  const query = new URL(request.url).searchParams
  const track = programme.tracks.find(({ code }) => code === query.get('track'))?.code ?? null
  const days = daysOf(programme.sessions)
  const today = wallClock(now, programme.zone).day
  const day = shownDay(programme.sessions, { asked: query.get('day'), today })
  const all = sessionsOfTrack(programme.sessions, track)
  return {
    programme: { ...programme, sessions: all.filter(({ heldOn }) => day === null || heldOn === day) },
    hasStreams: all.some(({ isStreamed }) => isStreamed),
    total: all.length,
    days,
    day,
    /** Whether its days are pages of their own: they stay so on the page of all of them. */
    isByDay: day !== null,
    track,
    baseUrl: services.config.baseUrl,
    prefix: context.prefix,
  }
}

export type Shown = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'programme' | 'track' | 'day' | 'isByDay'>

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    if (!args.data) return { title: '404' }
    const { programme, baseUrl, prefix } = args.data
    const title = t('event.programme.pageTitle', { title: programme.title })
    const path = `/events/${programme.slug}/programme`
    return { title, more: shareMeta({ baseUrl, prefix, path, title, description: '' }) }
  })

export default function Page() {
  const { programme, track, day, days, isByDay, total, hasStreams } = useLoaderData<typeof loader>()
  const page = usePage()
  const { t, language, path, now } = page
  const canAdd = !programme.isCancelled && !programme.isPostponed
  const { sessions } = programme
  const held = Map.groupBy(sessions, ({ heldOn }) => heldOn)
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
          {total > 0 && (
            <p>
              {t('event.programme.count', { count: total, shown: count(total, language) })}.{' '}
              <TimesNote event={programme} hasStreams={hasStreams} />
            </p>
          )}
          <VersionLine programme={programme} />
          <Choices programme={programme} track={track} day={day} days={days} isByDay={isByDay} />
        </div>
      </div>
      {sessions.length === 0 && <NoSessions slug={programme.slug} isTrack={track !== null} isDay={total > 0} />}
      {[...held].map(([day, sessions]) => (
        <Leaf key={day} id={`d${day}`} title={formatDay(day, language, { weekday: true, year: false })}>
          <table className="when">
            <thead className="vh">
              <tr>
                <th scope="col">{t('event.programme.time')}</th>
                <th scope="col">{t('event.programme.session')}</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <ProgrammeSessionRow
                  key={session.id}
                  session={session}
                  programme={programme}
                  hasFile={canAdd && day >= now.slice(0, 10)}
                />
              ))}
            </tbody>
          </table>
        </Leaf>
      ))}
      {canAdd && total > 0 && <ProgrammeCalendars slug={programme.slug} tracks={programme.tracks} />}
      <p className="row noprint">
        <a href={path(event)}>{t('event.programme.backToEvent')}</a>
      </p>
    </main>
  )
}

/** Which version it is, and the way to what changed. */
function VersionLine({ programme: { slug, zone, version } }: Pick<Shown, 'programme'>) {
  const { t, path, language } = usePage()
  if (!version) return null
  const day = formatDay(wallClock(version.releasedAt, zone).day, language)
  return (
    <p>
      {t('release.page.version', { number: version.number, day })}
      <span className="noprint">
        {' · '}
        <a href={path(`/events/${slug}/programme/changes`)}>{t('release.page.changes')}</a>
      </span>
    </p>
  )
}
