import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Frame } from './frame.tsx'
import { isTaught, mayChangeMaterials } from './reading.ts'
import { teachFrame } from './teach-frame.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { listSessions } from '#app/programme/list-sessions.server.ts'
import { sessionExtras } from '#app/programme/sessions/session-extras.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { FileSize } from '#app/ui/file-size.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('session.teach.title') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds } = await requireInstructor(request, context, params.event!)
  const { db } = context.services
  const isWhole = new URL(request.url).searchParams.has('whole')
  const [frame, all, extras, shown] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    listSessions(db, event.id),
    sessionExtras(db, { eventId: event.id, audience: 'instructors' }),
    findEventForEditing(db, event.id, context.language),
  ])
  const sessions = all
    .filter((session) => isTaught(session, trackIds) || (isWhole && session.isPublic))
    .map(({ id, title, language, heldOn, startsTime, endsTime, room, trackCode, trackId }) => ({
      id,
      title,
      language,
      heldOn,
      startsTime,
      endsTime,
      room,
      trackCode,
      isMine: mayChangeMaterials({ trackId }, trackIds),
      materials: isTaught({ trackId }, trackIds) ? (extras.get(id)?.materials ?? []) : [],
    }))
  return { frame, sessions, isWhole, teachesAll: trackIds === 'all', zone: shown!.zone }
}

/** The programme with the sessions that somebody teaches, and their materials. */
export default function Sessions() {
  const { frame, sessions, isWhole, teachesAll, zone } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  const base = `/teach/${frame.event.slug}`
  const days = Map.groupBy(sessions, ({ heldOn }) => heldOn)
  return (
    <Frame frame={frame}>
      <div className="row">
        <div>
          <h1>{t('session.teach.title')}</h1>
          <p className="mute">
            {t('session.teach.lead')} {t('programme.lead', { zone })}
          </p>
        </div>
      </div>
      {!teachesAll && (
        <p className="row get">
          {isWhole ? (
            <a href={path(`${base}/sessions`)}>{t('workshop.sessions.own')}</a>
          ) : (
            <a href={path(`${base}/sessions?whole=1`)}>{t('workshop.sessions.whole')}</a>
          )}
        </p>
      )}
      {sessions.length === 0 && (
        <Empty title={t('session.teach.none')} level="h2">
          <p>{t('session.teach.noneWhy')}</p>
        </Empty>
      )}
      {[...days].map(([day, held]) => (
        <Leaf key={day} id={`d${day}`} title={formatDay(day, language, { weekday: true })}>
          <ul role="list" className="flow">
            {held.map((session) => (
              <li key={session.id} className="flow">
                <p>
                  <b {...(session.language ? foreign(session.language, language) : { dir: 'auto' })}>{session.title}</b>{' '}
                  {session.isMine && !teachesAll && <Tag is="ok">{t('workshop.sessions.yours')}</Tag>}
                  <br />
                  <small>
                    <bdi>
                      {[`${session.startsTime}–${session.endsTime}`, session.room, session.trackCode]
                        .filter(Boolean)
                        .join(' · ')}
                    </bdi>
                  </small>
                  {session.isMine && (
                    <>
                      {' · '}
                      <a
                        href={path(`${base}/sessions/${session.id}/materials`)}
                        aria-label={t('workshop.sessions.addTo', { title: session.title })}
                      >
                        {t('workshop.sessions.add')}
                      </a>
                    </>
                  )}
                </p>
                {session.materials.length > 0 && (
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
                )}
              </li>
            ))}
          </ul>
        </Leaf>
      ))}
    </Frame>
  )
}
