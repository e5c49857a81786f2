import type { readOverview } from './overview-reading.server.ts'
import { foreign } from '#app/ui/foreign.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { wallClock } from '#app/values/moment.ts'

type Read = Awaited<ReturnType<typeof readOverview>>

/** The sessions of today, else the next ones, with room, time and what is there to take home. */
export function OverviewSessions({ event, sessions, materials }: Pick<Read, 'event' | 'sessions' | 'materials'>) {
  const { t, language, path, now } = usePage()
  const { day: today } = wallClock(now, event.zone)
  const todays = sessions.filter(({ heldOn }) => heldOn === today)
  const shown = todays.length > 0 ? todays : sessions
  const title = todays.length > 0 ? 'today' : sessions[0]?.isOver ? 'held' : 'next'
  return (
    <Leaf id="sessions" title={t(`workshop.${title}`)}>
      {shown.length === 0 ? (
        <p className="mute">{t('workshop.noSessions')}</p>
      ) : (
        <>
          <ScrollTable labelledBy="sessions">
            <tbody>
              {shown.map((session) => (
                <tr key={session.id}>
                  <td className="nowrap">
                    {formatDay(session.heldOn, language, { year: false })}
                    <br />
                    <small>
                      <bdi>{`${session.startsTime}–${session.endsTime}`}</bdi>
                    </small>
                  </td>
                  <th scope="row">
                    <span {...(session.language ? foreign(session.language, language) : { dir: 'auto' })}>
                      {session.title}
                    </span>
                    <br />
                    <small>
                      <bdi>{session.room ?? t('workshop.noRoom')}</bdi>
                      {session.trackCode && (
                        <>
                          {' · '}
                          <bdi>{session.trackCode}</bdi>
                        </>
                      )}
                    </small>
                  </th>
                  <td className="more">
                    <a href={path(`/teach/${event.slug}/sessions/${session.id}/materials`)}>
                      {t('workshop.materials', { count: materials[session.id] ?? 0 })}
                      <span className="vh">: {session.title}</span>
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
          <p className="hint">{t('workshop.clock', { zone: event.zone })}</p>
        </>
      )}
      <p>
        <a href={path(`/teach/${event.slug}/sessions`)}>{t('workshop.toSessions')}</a>
      </p>
    </Leaf>
  )
}
