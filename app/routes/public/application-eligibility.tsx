import type { ApplicationPageView } from './application.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What is known of the rules, rule by rule where one speaks against it or is open. */
export function ApplicationEligibility({ view }: { view: ApplicationPageView }) {
  const { t } = usePage()
  const open = view.reasons.filter(({ is }) => is === (view.eligibility === 'ineligible' ? 'not-met' : 'unknown'))
  return (
    <>
      <p>{t(`application.status.${view.eligibility}`)}</p>
      {view.eligibility !== 'eligible' && open.length > 0 && (
        <ul>
          {open.map(({ rule }) => (
            <li key={rule}>{t(`application.rule.short.${rule}`)}</li>
          ))}
        </ul>
      )}
      {view.note && (
        <p>
          {t('application.status.byPerson')} <bdi>{view.note}</bdi>
        </p>
      )}
    </>
  )
}
