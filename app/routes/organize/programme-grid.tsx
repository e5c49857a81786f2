import { useDesk } from './desk.ts'
import { SessionTitle } from './programme-list.tsx'
import { SessionTroubles } from './session-troubles.tsx'
import { dayGrid, type GridCell } from '#app/programme/conflicts/day-grid.ts'
import type { ProgrammeDesk } from '#app/programme/conflicts/programme-desk.server.ts'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

type Session = ProgrammeDesk['sessions'][number]

/** Day after day as a table: the rooms beside each other, time going down. On a narrow screen: room after room. */
export function ProgrammeGrid({ desk }: { desk: ProgrammeDesk }) {
  const { language } = usePage()
  const held = Map.groupBy(desk.sessions, ({ heldOn }) => heldOn)
  return desk.days
    .map(({ day }) => day)
    .filter((day) => day === desk.day || (desk.day === null && held.has(day)))
    .map((day) => (
      <Leaf key={day} id={`d${day}`} title={formatDay(day, language, { weekday: true })} isWide>
        <Day day={day} sessions={held.get(day) ?? []} desk={desk} />
      </Leaf>
    ))
}

interface Held {
  day: string
  sessions: Session[]
  desk: ProgrammeDesk
}

function Day({ day, sessions, desk }: Held) {
  const { t } = usePage()
  const grid = dayGrid(sessions, desk.rooms)
  if (sessions.length === 0)
    return (
      <p>
        {t('session.nothingOnDay')} <AddHere day={day} room={null} from="" to="" />
      </p>
    )
  return (
    <>
      <div className="scroll more" role="group" aria-labelledby={`d${day}`} tabIndex={0}>
        <table className="plan">
          <thead>
            <tr>
              <th scope="col">{t('programme.time')}</th>
              {grid.rooms.map((room) => (
                <th scope="col" key={room}>
                  <RoomName room={room} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ time, cells }) => (
              <tr key={time}>
                <th scope="row">{time}</th>
                {cells.map((cell) => (
                  <td key={cell.room} rowSpan={cell.rows} className={cell.sessions.length > 0 ? 'today' : undefined}>
                    <Cell day={day} cell={cell} troubles={desk.troubles} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="less flow">
        {grid.rooms.map((room) => (
          <section key={room} aria-label={room ?? t('session.noRoom')}>
            <h3>
              <RoomName room={room} />
            </h3>
            <ul>
              {sessions
                .filter((session) => (session.room || null) === room)
                .map((session) => (
                  <li key={session.id}>
                    <OneSession session={session} troubles={desk.troubles} />
                  </li>
                ))}
            </ul>
            <p>
              <AddHere day={day} room={room} from="" to="" />
            </p>
          </section>
        ))}
      </div>
    </>
  )
}

function RoomName({ room }: { room: string | null }) {
  const { t } = usePage()
  return room === null ? t('session.noRoom') : <bdi>{room}</bdi>
}

function Cell({ day, cell, troubles }: { day: string; cell: GridCell<Session>; troubles: ProgrammeDesk['troubles'] }) {
  if (cell.sessions.length === 0) return <AddHere day={day} {...cell} />
  return cell.sessions.map((session) => (
    <p key={session.id}>
      <OneSession session={session} troubles={troubles} />
    </p>
  ))
}

function OneSession({ session, troubles }: { session: Session; troubles: ProgrammeDesk['troubles'] }) {
  const { t } = usePage()
  return (
    <>
      <SessionTitle session={session} />
      <br />
      <small>
        {session.startsTime}–{session.endsTime}
        {session.trackCode && (
          <>
            {' · '}
            <bdi>{session.trackCode}</bdi>
          </>
        )}
        {!session.isPublic && ` · ${t('session.draftShown')}`}
      </small>
      <SessionTroubles troubles={troubles[session.id] ?? []} />
    </>
  )
}

function AddHere({ day, room, from, to }: { day: string; room: string | null; from: string; to: string }) {
  const { slug, rights } = useDesk()
  const { t, path } = usePage()
  if (!rights.includes('programme')) return null
  const query = new URLSearchParams({ day, ...(room && { room }), ...(from && { from }), ...(to && { to }) })
  const where = room === null ? t('session.noRoom') : isolate(room)
  return (
    <a className="noprint" href={path(`/organize/${slug}/programme/sessions/new?${query}`)}>
      <small aria-hidden="true">+ {t('session.addHere')}</small>
      <span className="vh">{from ? t('session.addAt', { room: where, time: from }) : t('session.add')}</span>
    </a>
  )
}
