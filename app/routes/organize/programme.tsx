import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listSessions } from '#app/programme/list-sessions.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { offsetName } from '#app/values/moment.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('programme.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return { sessions: await listSessions(context.services.db, event.id) }
}

export default function Programme() {
  const { sessions } = useLoaderData<typeof loader>()
  const { slug, zone, status } = useDesk()
  const { t, path } = usePage()
  const days = Map.groupBy(sessions, ({ heldOn }) => heldOn)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('programme.title')}</h1>
          <p className="mute">{t('programme.lead', { zone })}</p>
        </div>
        <a className="btn go" href={path(`/organize/${slug}/programme/import`)}>
          {t('programme.import')}
        </a>
      </div>
      {sessions.length === 0 ? (
        <Empty title={t('programme.emptyTitle')} level="h2">
          <p>{t('programme.empty')}</p>
        </Empty>
      ) : (
        <div className="scroll" role="group" aria-label={t('programme.title')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('programme.time')}</th>
                <th scope="col">{t('programme.session')}</th>
                <th scope="col">{t('programme.room')}</th>
                <th scope="col">{t('programme.track')}</th>
                <th scope="col" className="more">
                  {t('programme.people')}
                </th>
                <th scope="col" className="more">
                  {t('programme.shown')}
                </th>
              </tr>
            </thead>
            {[...days].map(([day, held]) => (
              <Day key={day} day={day} sessions={held} />
            ))}
          </table>
        </div>
      )}
      {sessions.length > 0 && status === 'published' && (
        <p className="row after">
          <a href={path(`/events/${slug}/programme`)}>{t('programme.publicPage')}</a>
        </p>
      )}
    </>
  )
}

function Day({ day, sessions }: { day: string; sessions: Awaited<ReturnType<typeof loader>>['sessions'] }) {
  const { zone } = useDesk()
  const { t, language } = usePage()
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6}>
          {formatDay(day, language, { weekday: true })}
        </th>
      </tr>
      {sessions.map((session) => (
        <tr key={session.id}>
          <td className="nowrap">
            {session.startsTime}–{session.endsTime} <small>{offsetName(session.startsAt, zone)}</small>
          </td>
          <td>
            <b {...(session.language ? foreign(session.language, language) : { dir: 'auto' })}>{session.title}</b>
          </td>
          <td>
            <bdi>{session.room}</bdi>
          </td>
          <td>
            <bdi>{session.trackCode}</bdi>
          </td>
          <td className="more">{session.people}</td>
          <td className="more">{t(session.isPublic ? 'programme.everybody' : 'programme.organizers')}</td>
        </tr>
      ))}
    </tbody>
  )
}
