import type { CohortPage } from './cohort-page.server.ts'
import type { Measure } from '#app/applications/selection/composing/measure-cohort.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

interface Props {
  funds: CohortPage['frame']['funds']
  before: Measure
  after: Measure | null
}

const WIDTH = 800

/** A bar for each fund that has something to give: what the cohort plans of it, and what a change adds. */
export function CohortMoney({ funds, before, after }: Props) {
  const { t, language } = usePage()
  return funds.map(({ id, name, currency }) => {
    const { planned, budget } = before.money.find(({ fundId }) => fundId === id)!
    if (budget === 0 && planned === 0) return null
    const next = after?.money.find(({ fundId }) => fundId === id)!.planned ?? planned
    const said = (amountMinor: number) => isolateIn(language, formatMoney({ amountMinor, currency }, language))
    const words = t('selection.gauges.planned', {
      planned: said(planned),
      budget: said(budget),
      left: said(budget - planned),
    })
    const [least, most] = [Math.min(planned, next), Math.max(planned, next)].map((amount) =>
      Math.round((WIDTH * Math.min(amount, budget)) / Math.max(1, budget)),
    ) as [number, number]
    return (
      <div key={id} className="budget">
        <p className="row ends">
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          <span>
            {words}
            {next !== planned && (
              <>
                {t('common.listSeparator')}
                <b>{t('selection.gauges.plannedAfter', { planned: said(next), left: said(budget - next) })}</b>
              </>
            )}
          </span>
        </p>
        <svg viewBox={`0 0 ${WIDTH} 46`} role="img" aria-label={words} preserveAspectRatio="none">
          <path className="b0" d={`M0 8H${WIDTH}V30H0z`} />
          <path className="b1" d={`M0 8H${least}V30H0z`} />
          {most > least && <path className="b2" d={`M${least} 8H${most}V30H${least}z`} />}
        </svg>
      </div>
    )
  })
}
