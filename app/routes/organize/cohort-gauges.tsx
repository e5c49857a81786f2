import { CohortBalance } from './cohort-balance.tsx'
import { useBoth } from './cohort-both.ts'
import { CohortMoney } from './cohort-money.tsx'
import type { CohortPage } from './cohort-page.server.ts'
import { pointsText } from './selection-words.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import type { Measure } from '#app/applications/selection/composing/measure-cohort.ts'
import { BarMeter } from '#app/ui/charts/bar-meter.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { Note } from '#app/ui/note.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

interface Props {
  frame: CohortPage['frame']
  call: Pick<CohortPage['call'], 'numberPrefix' | 'questions'>
  before: Measure
  /** As a change would have it; null while none is looked at. */
  after: Measure | null
}

/** What a cohort comes to: people, seats, money, caps and targets; with a change, before and after it. */
export function CohortGauges({ frame, call, before, after }: Props) {
  const { t, language } = usePage()
  const last = after ?? before
  const both = useBoth(before, after)
  const costs = (measure: Measure) =>
    measure.cost.map((money) => isolateIn(language, formatMoney(money, language))).join(t('common.listSeparator')) ||
    '–'
  const figures = [
    { label: t('selection.gauges.people'), value: both(({ people }) => String(people)) },
    {
      label: t('selection.gauges.mean'),
      value: both(({ meanScore }) => (meanScore === null ? '–' : pointsText(meanScore, language))),
    },
    ...(frame.packages.length > 0 ? [{ label: t('selection.gauges.cost'), value: <bdi>{both(costs)}</bdi> }] : []),
  ]
  return (
    <section id="figures" aria-label={t('selection.gauges.title')}>
      <Kpis items={figures} />
      {last.unpaid.length > 0 && (
        <Note is="warn">
          <p>
            {t('selection.gauges.unpaid', {
              numbers: last.unpaid.map((number) => numberLabel(call.numberPrefix, number ?? 0)).join(', '),
            })}
          </p>
        </Note>
      )}
      <CohortMoney funds={frame.funds} before={before} after={after} />
      <div className="cols">
        {frame.choices.length > 0 && <Seats choices={frame.choices} before={before} after={after} />}
        <CohortBalance questions={call.questions} before={before} after={after} />
      </div>
    </section>
  )
}

function Seats({ choices, before, after }: { choices: Props['frame']['choices'] } & Pick<Props, 'before' | 'after'>) {
  const { t } = usePage()
  const both = useBoth(before, after)
  const last = after ?? before
  return (
    <div>
      <ScrollTable label={t('selection.gauges.seats')}>
        <thead>
          <tr>
            <th scope="col">{t('selection.gauges.course')}</th>
            <th scope="col" className="num">
              {t('selection.gauges.taken')}
            </th>
            <th scope="col" className="num">
              {t('selection.gauges.of')}
            </th>
            <td className="bar more" />
          </tr>
        </thead>
        <tbody>
          {choices.map(({ id, code, name }) => {
            const { taken, seats } = last.seats.find(({ choiceId }) => choiceId === id)!
            const isOver = seats !== null && taken > seats
            return (
              <tr key={id}>
                <th scope="row">
                  <bdi title={name}>{code}</bdi>{' '}
                  {seats !== null && taken >= seats && (
                    <Tag is={isOver ? 'bad' : 'ok'}>
                      {t(isOver ? 'selection.gauges.broken' : 'selection.gauges.full')}
                    </Tag>
                  )}
                </th>
                <td className="num">
                  {both((measure) => String(measure.seats.find(({ choiceId }) => choiceId === id)!.taken))}
                </td>
                <td className="num">{seats ?? t('selection.gauges.unlimited')}</td>
                <td className="bar more">{seats !== null && <BarMeter value={taken} most={seats} />}</td>
              </tr>
            )
          })}
        </tbody>
      </ScrollTable>
    </div>
  )
}
