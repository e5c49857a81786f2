import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isTaught } from './reading.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { listSessions } from '#app/programme/list-sessions.server.ts'
import { sessionExtras } from '#app/programme/sessions/session-extras.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { FileSize } from '#app/ui/file-size.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'
import { formatDay } from '#app/values/dates.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('session.teach.title') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds } = await requireInstructor(request, context, params.event!)
  const { db } = context.services
  const [all, extras, shown] = await Promise.all([
    listSessions(db, event.id),
    sessionExtras(db, { eventId: event.id, audience: 'instructors' }),
    findEventForEditing(db, event.id, context.language),
  ])
  const sessions = all
    .filter((session) => isTaught(session, trackIds))
    .map(({ id, title, language, heldOn, startsTime, endsTime, room, trackCode }) => ({
      id,
      title,
      language,
      heldOn,
      startsTime,
      endsTime,
      room,
      trackCode,
      materials: extras.get(id)?.materials ?? [],
    }))
  return { sessions, event: shown! }
}

/** The sessions that somebody teaches, with their materials. */
export default function Sessions() {
  const { sessions, event } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  const base = `/teach/${event.slug}`
  const days = Map.groupBy(sessions, ({ heldOn }) => heldOn)
  return (
    <div className="main desk" data-series={seriesOf(event.mark)}>
      <WorkSide
        title={event.title}
        mark={event.mark}
        links={[
          { to: base, label: t('teach.participants') },
          { to: `${base}/sessions`, label: t('session.teach.title') },
          { to: `${base}/list`, label: t('teach.signInSheet') },
          { to: '/teach', label: t('teach.myWorkshops') },
        ]}
      />
      <main id="main" tabIndex={-1}>
        <div className="row">
          <div>
            <h1>{t('session.teach.title')}</h1>
            <p className="mute">
              {t('session.teach.lead')} {t('programme.lead', { zone: event.zone })}
            </p>
          </div>
        </div>
        {sessions.length === 0 && (
          <Empty title={t('session.teach.none')} level="h2">
            <p>{t('session.teach.noneWhy')}</p>
          </Empty>
        )}
        {[...days].map(([day, held]) => (
          <Leaf key={day} id={`d${day}`} title={formatDay(day, language, { weekday: true })}>
            <ul role="list">
              {held.map((session) => (
                <li key={session.id}>
                  <p>
                    <b {...(session.language ? foreign(session.language, language) : { dir: 'auto' })}>
                      {session.title}
                    </b>
                    <br />
                    <small>
                      <bdi>
                        {[`${session.startsTime}–${session.endsTime}`, session.room, session.trackCode]
                          .filter(Boolean)
                          .join(' · ')}
                      </bdi>
                    </small>
                  </p>
                  <ul>
                    {session.materials.map(({ id, title, url, byteCount, audience }) => (
                      <li key={id}>
                        <a href={url ?? path(`${base}/sessions/${session.id}/materials/${id}`)}>
                          <bdi>{title}</bdi>
                        </a>{' '}
                        <FileSize bytes={byteCount} /> <small>{t(`session.materials.audiences.${audience}`)}</small>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </Leaf>
        ))}
      </main>
    </div>
  )
}
