import { hitsText, pointsText, targetLabel } from './selection-words.ts'
import type { RankedCall } from './ranking-table.tsx'
import type { ComparedCohorts } from '#app/applications/selection/cohorts/compare-cohorts.server.ts'
import type { Measure } from '#app/applications/selection/composing/measure-cohort.ts'
import { targetName } from '#app/applications/selection/limits/limits.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

/** What each of two cohorts comes to, figure by figure. */
export function CompareFigures({ compared, call }: { compared: ComparedCohorts; call: RankedCall }) {
  const { t, language } = usePage()
  const { cohorts, funds, choices } = compared
  const row = (key: string, label: string, textOf: (measure: Measure) => string) => (
    <tr key={key}>
      <th scope="row">{label}</th>
      {cohorts.map(({ id, measure }) => (
        <td key={id} className="num">
          <bdi>{textOf(measure)}</bdi>
        </td>
      ))}
    </tr>
  )
  return (
    <ScrollTable label={t('selection.compare.figures')}>
      <thead>
        <tr>
          <td />
          {cohorts.map(({ id, name, isChosen }) => (
            <th key={id} scope="col" className="num">
              <bdi>{name}</bdi> {isChosen && <Tag is="ok">{t('selection.cohorts.chosen')}</Tag>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row('people', t('selection.gauges.people'), ({ people }) => String(people))}
        {row('mean', t('selection.gauges.mean'), ({ meanScore }) =>
          meanScore === null ? '–' : pointsText(meanScore, language),
        )}
        {choices.map(({ id, code }) =>
          row(id, code, ({ seats }) => {
            const { taken, seats: most } = seats.find(({ choiceId }) => choiceId === id)!
            return most === null ? String(taken) : `${taken} / ${most}`
          }),
        )}
        {funds.map(({ id, name, currency }) =>
          row(id, name, ({ money }) => {
            const { planned, budget } = money.find(({ fundId }) => fundId === id)!
            const said = (amountMinor: number) => isolateIn(language, formatMoney({ amountMinor, currency }, language))
            return `${said(planned)} / ${said(budget)}`
          }),
        )}
        {row('countries', t('selection.gauges.perCountry'), ({ countries }) => String(countries.highest))}
        {row('organizations', t('selection.gauges.perOrganization'), ({ organizations }) =>
          String(organizations.highest),
        )}
        {compared.targets.map((target) =>
          row(
            targetName(target),
            targetLabel(target, { t, language, questions: call.questions }),
            ({ targets, people }) => {
              const own = targets.find((one) => targetName(one.target) === targetName(target))
              return own ? hitsText(target, own.hits, people, language) : '–'
            },
          ),
        )}
      </tbody>
    </ScrollTable>
  )
}
