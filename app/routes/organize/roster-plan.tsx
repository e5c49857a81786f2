import { useDesk } from './desk.ts'
import type { Roster } from '#app/participants/rosters/find-roster.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** The day of freezing and how many are enough, with the page that changes them. */
export function RosterPlan({ roster }: { roster: Roster }) {
  const { slug } = useDesk()
  const { t, language, path } = usePage()
  return (
    <Leaf id="plan" title={t('roster.plan')}>
      <dl>
        <dt>{t('roster.wayLabel')}</dt>
        <dd>
          {formatDay(roster.day, language, { weekday: true })} ·{' '}
          {t(roster.freezeOn === '' ? 'roster.ways.follow' : 'roster.ways.set')}
        </dd>
        <dt>{t('roster.minimum')}</dt>
        <dd>{roster.minimum ?? t('roster.noMinimum')}</dd>
      </dl>
      <p>
        <a className="btn" href={path(`/organize/${slug}/roster/plan`)}>
          {t('roster.planChange')}
        </a>
      </p>
    </Leaf>
  )
}
