import type { DecisionOptions } from './decision-page.server.ts'
import type { ReleaseWarning, reviewFigures } from '#app/applications/decisions/review-figures.server.ts'
import { beginning } from '#app/ui/event/words.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

/** What to look at before a release; nothing when nothing speaks against it. */
export function DecisionWarnings({
  figures,
  options,
}: {
  figures: Awaited<ReturnType<typeof reviewFigures>>
  options: DecisionOptions
}) {
  const { t } = usePage()
  const say = useWarning(figures.zone, options)
  if (figures.warnings.length === 0) return null
  return (
    <Note is="warn">
      <h2>{t('admission.desk.warningsHeading')}</h2>
      <ul>
        {figures.warnings.map((warning, at) => (
          <li key={at}>{say(warning)}</li>
        ))}
      </ul>
    </Note>
  )
}

function useWarning(zone: string, options: DecisionOptions): (warning: ReleaseWarning) => string {
  const page = usePage()
  const { t, language } = page
  return (warning) => {
    switch (warning.is) {
      case 'over-seats': {
        const choice = options.choices.find(({ id }) => id === warning.choiceId)?.name ?? ''
        return t('admission.desk.warning.over-seats', { choice, accepted: warning.accepted, free: warning.free })
      }
      case 'over-budget': {
        const money = (amountMinor: number) => formatMoney({ amountMinor, currency: warning.currency }, language)
        const [needed, free] = [money(warning.neededMinor), money(warning.freeMinor)]
        return t('admission.desk.warning.over-budget', { needed, free })
      }
      case 'offers-over':
        return t('admission.desk.warning.offers-over')
      case 'date-passed':
        return t('admission.desk.warning.date-passed', { when: beginning(page, warning.at, { zone, city: null }) })
      default:
        return t(`admission.desk.warning.${warning.is}`, { count: warning.count })
    }
  }
}
