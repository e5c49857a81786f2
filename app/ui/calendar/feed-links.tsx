import { Note } from '../note.tsx'
import { usePage } from '../use-page.ts'
import type { System } from '#app/calendar/own-system.ts'
import { subscriptionLinks } from '#app/calendar/subscription-links.ts'

/** The address of a calendar, and the ways to subscribe to it, that of the reader's own system first. */
export function FeedLinks({ address, name, own }: { address: string; name: string; own: System }) {
  const { t } = usePage()
  const links = subscriptionLinks(address, t('calendar.feed', { name }))
  const ways = [
    { is: 'webcal', href: links.webcal, label: t(`calendar.open.${own}`) },
    { is: 'google', href: links.google, label: t('calendar.google') },
    { is: 'outlook', href: links.outlook, label: t('calendar.outlook') },
  ]
  const first = FIRST[own]
  const sorted = [...ways.filter(({ is }) => is === first), ...ways.filter(({ is }) => is !== first)]
  return (
    <>
      <Note>
        <p>
          {t('calendar.address')}
          <br />
          <a href={address} dir="ltr">
            {address}
          </a>
          <br />
          <small>{t('calendar.copy')}</small>
        </p>
      </Note>
      <p className="row">
        {sorted.map(({ is, href, label }) => (
          <a key={is} className={is === first ? 'btn go' : 'btn'} href={href}>
            {label}
          </a>
        ))}
      </p>
    </>
  )
}

/** Only where a program for `webcal:` is to be expected does it come first. */
const FIRST: Record<System, string> = {
  android: 'webcal',
  ios: 'webcal',
  mac: 'webcal',
  linux: 'webcal',
  windows: 'outlook',
  web: 'google',
}
