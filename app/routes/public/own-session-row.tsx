import type { OwnSession } from '#app/registrations/sign-ups/own-sessions.server.ts'
import { FileSize } from '#app/ui/file-size.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { isolate } from '#app/ui/isolate.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'

interface Shown {
  session: OwnSession
  seat: { code: string; key: string }
  /** The event is not held, or nobody knows when. */
  isOff: boolean
}

/** A session with what its seat opens: when and where, the stream, materials, and the button to sign up. */
export function OwnSessionRow({ session, seat, isOff }: Shown) {
  const { t, language, path } = usePage()
  const { materials, interpretation } = session
  const words = session.language ? foreign(session.language, language) : { dir: 'auto' as const }
  const base = path(`/registrations/${seat.code}/sessions/${session.id}`)
  const languages = interpretation.map((code) => languageName(code, language)).join(t('common.listSeparator'))
  return (
    <li className="field" id={`s-${session.id}`}>
      <h3 {...words}>{session.title}</h3>
      <p>
        {session.startsTime}–{session.endsTime}
        {session.room && (
          <>
            {' · '}
            <bdi>{session.room}</bdi>
          </>
        )}
        {languages && ` · ${t('session.own.interpreted', { languages })}`}
      </p>
      {session.streamUrl && !isOff && (
        <p>
          <a href={session.streamUrl} rel="noreferrer">
            {t('session.own.watch')}
            <span className="vh"> {session.title}</span>
          </a>
        </p>
      )}
      {materials.length > 0 && (
        <ul>
          {materials.map(({ id, title, url, byteCount }) => (
            <li key={id}>
              <a href={url ?? `${base}/materials/${id}?key=${seat.key}`} {...(url && { rel: 'noreferrer' })}>
                <bdi>{title}</bdi>
              </a>{' '}
              <FileSize bytes={byteCount} />
            </li>
          ))}
        </ul>
      )}
      <Places session={session} address={(what) => `${base}/${what}?key=${seat.key}`} isOff={isOff} />
    </li>
  )
}

function Places({
  session,
  address,
  isOff,
}: {
  session: OwnSession
  address: (what: 'join' | 'leave') => string
  isOff: boolean
}) {
  const { t, now } = usePage()
  const { title, isTaken, takesSignUps, isFull } = session
  if (!isTaken && !takesSignUps) return null
  const isOpen = !isOff && session.startsAt > now
  return (
    <div className="row">
      {isTaken && <Tag is="ok">{t('session.own.isTaken')}</Tag>}
      {!isTaken && isFull && <Tag is="off">{t('session.own.full')}</Tag>}
      {!isTaken && !isFull && !isOpen && <Tag is="off">{t('session.own.closed')}</Tag>}
      {isOpen && (isTaken || !isFull) && (
        <form method="post" action={address(isTaken ? 'leave' : 'join')}>
          <button className={isTaken ? 'plain' : 'go'}>
            <span aria-hidden="true">{t(isTaken ? 'session.own.leave' : 'session.own.join')}</span>
            <span className="vh">
              {t(isTaken ? 'session.own.leaveOf' : 'session.own.joinTo', { title: isolate(title) })}
            </span>
          </button>
        </form>
      )}
    </div>
  )
}
