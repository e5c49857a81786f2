import { useDesk } from './desk.ts'
import { SessionTroubles } from './session-troubles.tsx'
import type { ProgrammeDesk } from '#app/programme/conflicts/programme-desk.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { offsetName } from '#app/values/moment.ts'

/** The sessions in the order of time, day after day. */
export function ProgrammeList({ desk }: { desk: ProgrammeDesk }) {
  const { t } = usePage()
  const days = Map.groupBy(desk.sessions, ({ heldOn }) => heldOn)
  if (days.size === 0) return <Empty title={t('session.nothingOnDay')} level="h2" />
  return (
    <ScrollTable label={t('programme.title')}>
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
        <Day key={day} day={day} sessions={held} troubles={desk.troubles} />
      ))}
    </ScrollTable>
  )
}

interface Held {
  day: string
  sessions: ProgrammeDesk['sessions']
  troubles: ProgrammeDesk['troubles']
}

function Day({ day, sessions, troubles }: Held) {
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
        <tr key={session.id} id={`s-${session.id}`}>
          <td className="nowrap">
            {session.startsTime}–{session.endsTime} <small>{offsetName(session.startsAt, zone)}</small>
          </td>
          <td>
            <SessionTitle session={session} />
            <SessionTroubles troubles={troubles[session.id] ?? []} />
          </td>
          <td>
            <bdi>{session.room}</bdi>
          </td>
          <td>
            <bdi>{session.trackCode}</bdi>
          </td>
          <td className="more">
            <bdi>{session.people.join(t('common.listSeparator'))}</bdi>
          </td>
          <td className="more">{t(session.isPublic ? 'programme.everybody' : 'programme.organizers')}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** Its name, which leads to its form for whoever may change it, and how many signed up for it. */
export function SessionTitle({ session }: { session: ProgrammeDesk['sessions'][number] }) {
  const { slug, rights } = useDesk()
  const { t, language, path } = usePage()
  const words = session.language ? foreign(session.language, language) : { dir: 'auto' as const }
  const address = path(`/organize/${slug}/programme/sessions/${session.id}`)
  const { capacity, signedUp: count } = session
  const places =
    capacity === null ? t('session.signUps.linkNoLimit', { count }) : t('session.signUps.link', { count, capacity })
  return (
    <>
      {rights.includes('programme') ? (
        <a href={address}>
          <b {...words}>{session.title}</b>
        </a>
      ) : (
        <b {...words}>{session.title}</b>
      )}
      {(session.takesSignUps || count > 0) && (
        <small>
          <br />
          {rights.includes('people') ? <a href={`${address}/sign-ups`}>{places}</a> : places}
        </small>
      )}
    </>
  )
}
