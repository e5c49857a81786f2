import type { Measure } from '#app/applications/selection/composing/measure-cohort.ts'
import { usePage } from '#app/ui/use-page.ts'

/** `12 → 13` where a change makes a difference, else `12`. */
export function useBoth(before: Measure, after: Measure | null) {
  const { t } = usePage()
  return (textOf: (measure: Measure) => string) => {
    const [was, is] = [textOf(before), textOf(after ?? before)]
    return was === is ? is : t('selection.gauges.change', { before: was, after: is })
  }
}
