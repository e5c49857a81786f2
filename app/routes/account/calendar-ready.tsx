import { subscriptionLinks } from '#app/calendar/subscription-links.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

/**
 * The address of a calendar of one's own, once. `webcal:` comes last: some programs ask it without encryption first, and
 * then the address is everybody's on that network.
 */
export function CalendarReady({ name, address }: { name: string; address: string }) {
  const { t, path } = usePage()
  const links = subscriptionLinks(address, name, { isSecret: true })
  return (
    <main id="main" tabIndex={-1}>
      <div className="split head">
        <p className="hint">
          <bdi>{name}</bdi>
        </p>
        <div className="flow">
          <h1>{t('agenda.ready')}</h1>
          <p className="lead">{t('agenda.readyLead')}</p>
          <p>
            {t('agenda.address')}
            <br />
            <a href={address} dir="ltr">
              {address}
            </a>
            <br />
            <small>{t('agenda.copy')}</small>
          </p>
          <Note is="warn">
            <p>{t('agenda.secret')}</p>
          </Note>
          <p className="row">
            <a className="btn" href={links.google}>
              {t('calendar.google')}
            </a>
            <a className="btn" href={links.outlook}>
              {t('calendar.outlook')}
            </a>
            <a className="btn" href={links.webcal}>
              {t('agenda.webcal')}
            </a>
          </p>
          <p>
            <small>{t('agenda.webcalNote')}</small>
          </p>
          <p className="row after">
            <a href={path('/me/calendars')}>{t('agenda.toList')}</a>
            <a href={path('/calendar#how')}>{t('agenda.howTo')}</a>
          </p>
        </div>
      </div>
    </main>
  )
}
