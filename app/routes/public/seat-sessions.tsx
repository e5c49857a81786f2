import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OwnSessionRow } from './own-session-row.tsx'
import { seatOfKey } from './own-seat.server.ts'
import { SeatStranger } from './seat-stranger.tsx'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import { isKey } from '#app/locales/translate.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { ownSessions } from '#app/registrations/sign-ups/own-sessions.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const event = args.data?.seat?.event.title
    return { title: event ? t('session.own.pageTitle', { event }) : t('seat.strangerTitle') }
  })

/** What a confirmed seat opens of the programme: where to watch, materials, and sessions to sign up for. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await seatOfKey(request, params['code'], context)
  if (!found || found.seat.state !== 'confirmed' || found.seat.isUnnamed)
    return data({ seat: null, sessions: [], key: '', answer: null }, { status: 404, headers: KEYED_PAGE })
  const { seat, key } = found
  const sessions = await ownSessions(context.services.db, { eventId: seat.event.id, registrationId: seat.id })
  const { code, event, postponedAt } = seat
  const isOff = event.status === 'cancelled' || isPostponed({ status: event.status, postponedAt })
  const answer = answerOf(new URL(request.url).searchParams, sessions)
  return data({ seat: { code, event, isOff }, sessions, key, answer }, { headers: KEYED_PAGE })
}

/** What the address says became of a button. */
function answerOf(address: URLSearchParams, sessions: { id: string; title: string }[]) {
  const joined = sessions.find(({ id }) => id === address.get('joined'))
  if (joined) return { is: 'joined' as const, title: joined.title }
  if (address.has('left')) return { is: 'left' as const, title: '' }
  const why = `refusal.${address.get('why')}`
  return isKey(why) ? { is: 'refused' as const, why, title: (address.get('title') ?? '').slice(0, 300) } : null
}

export default function Page() {
  const { seat, sessions, key, answer } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  if (!seat) return <SeatStranger />
  const { event, code } = seat
  const days = Map.groupBy(sessions, ({ heldOn }) => heldOn)
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <div className="flow intro">
        <p className="kind">
          <bdi>{event.title}</bdi>
        </p>
        <h1>{t('session.own.title')}</h1>
        {answer?.is === 'refused' && (
          <div className="errors" role="alert">
            <h2>{t('session.own.refused')}</h2>
            <p>{t(answer.why, { title: isolate(answer.title) })}</p>
          </div>
        )}
        {(answer?.is === 'joined' || answer?.is === 'left') && (
          <Note is="ok">
            <p role="status">
              {answer.is === 'left' ? t('session.own.left') : t('session.own.joined', { title: isolate(answer.title) })}
            </p>
          </Note>
        )}
        <p className="lead">{t('session.own.lead', { zone: event.zone })}</p>
        <p>
          <a href={path(`/registrations/${code}?key=${key}`)}>{t('session.own.backToSeat')}</a>
        </p>
      </div>
      {sessions.length === 0 && (
        <Empty title={t('session.own.none')} level="h2">
          <p>{t('session.own.noneWhy')}</p>
        </Empty>
      )}
      {[...days].map(([day, held]) => (
        <Leaf key={day} id={`d${day}`} title={formatDay(day, language, { weekday: true, year: false })}>
          <ul role="list">
            {held.map((session) => (
              <OwnSessionRow key={session.id} session={session} seat={{ code, key }} isOff={seat.isOff} />
            ))}
          </ul>
        </Leaf>
      ))}
    </main>
  )
}
