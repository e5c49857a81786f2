import { useDesk } from './desk.ts'
import type { Roster } from '#app/participants/rosters/find-roster.server.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'
import { offsetName } from '#app/values/moment.ts'

/** Whether the list is frozen, at which moment, on whose clock, and by whom; what can be done about it. */
export function RosterStanding({ roster, city }: { roster: Roster; city: string | null }) {
  const { slug, zone, status, postponedAt } = useDesk()
  const { t, language, path } = usePage()
  const base = `/organize/${slug}/roster`
  const isOn = status === 'published' && postponedAt === null
  if (roster.frozenAt === null)
    return (
      <div className="row ends">
        <p>
          <Tag is="wait">{t('roster.open')}</Tag>{' '}
          {t('roster.freezesAt', {
            day: formatDay(roster.day, language),
            city: city ?? zone,
            offset: offsetName(roster.at, zone),
          })}{' '}
          <small>{t(roster.freezeOn === '' ? 'roster.follows' : 'roster.setByHand')}</small>
        </p>
        {isOn && (
          <a className="btn" href={path(`${base}/freeze`)}>
            {t('roster.freezeNow')}
          </a>
        )}
      </div>
    )
  return (
    <div className="row ends">
      <p>
        <Tag is="ok">{t('roster.frozen')}</Tag>{' '}
        {t('roster.frozenAt', { at: formatMoment(roster.frozenAt, zone, language) })}{' '}
        {roster.frozenBy ? t('roster.frozenBy', { name: roster.frozenBy }) : t('roster.frozenItself')}
      </p>
      <p className="row">
        <a className="btn" href={path(`/teach/${slug}/changes`)}>
          {t('roster.toChanges')}
        </a>{' '}
        <a href={path(`${base}/open`)}>{t('roster.openAgain')}</a>
      </p>
    </div>
  )
}
