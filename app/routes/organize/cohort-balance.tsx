import { useBoth } from './cohort-both.ts'
import { type AskedOptions, hitsText, targetLabel, wantedText } from './selection-words.ts'
import type { Measure } from '#app/applications/selection/composing/measure-cohort.ts'
import { targetName } from '#app/applications/selection/limits/limits.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Props {
  questions: readonly AskedOptions[]
  before: Measure
  after: Measure | null
}

/** Caps and targets, each with what there is and what is wanted. */
export function CohortBalance({ questions, before, after }: Props) {
  const { t, language } = usePage()
  const both = useBoth(before, after)
  const last = after ?? before
  const caps = (['countries', 'organizations'] as const).filter((cap) => last[cap].most !== null)
  if (caps.length === 0 && last.targets.length === 0) return <p className="mute">{t('selection.gauges.none')}</p>
  return (
    <div>
      <ScrollTable label={t('selection.gauges.balance')}>
        <thead>
          <tr>
            <th scope="col">{t('selection.gauges.measure')}</th>
            <th scope="col" className="num">
              {t('selection.gauges.now')}
            </th>
            <th scope="col">{t('selection.gauges.wanted')}</th>
            <th scope="col">{t('selection.ranking.status')}</th>
          </tr>
        </thead>
        <tbody>
          {caps.map((cap) => (
            <tr key={cap}>
              <th scope="row">
                {t(cap === 'countries' ? 'selection.gauges.perCountry' : 'selection.gauges.perOrganization')}
              </th>
              <td className="num">{both((measure) => String(measure[cap].highest))}</td>
              <td>{t('selection.gauges.most', { value: last[cap].most! })}</td>
              <td>
                {last[cap].over.length === 0 ? (
                  <Tag is="ok">{t('selection.gauges.met')}</Tag>
                ) : (
                  <Tag is="wait">{t('selection.gauges.above', { count: last[cap].over.length })}</Tag>
                )}
              </td>
            </tr>
          ))}
          {last.targets.map(({ target, gap, isShort }, at) => (
            <tr key={targetName(target)}>
              <th scope="row">{targetLabel(target, { t, language, questions })}</th>
              <td className="num">
                {both((measure) => hitsText(target, measure.targets[at]?.hits ?? 0, measure.people, language))}
              </td>
              <td>{wantedText(target, t, language)}</td>
              <td>
                {gap === 0 ? (
                  <Tag is="ok">{t('selection.gauges.met')}</Tag>
                ) : (
                  <Tag is="wait">{t(isShort ? 'selection.gauges.short' : 'selection.gauges.over', { count: gap })}</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </div>
  )
}
