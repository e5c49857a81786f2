import type { CohortPage } from './cohort-page.server.ts'
import { becauseText } from './selection-words.ts'
import type { Mark } from '#app/applications/selection/cohorts/read-cohort.server.ts'
import { usePage } from '#app/ui/use-page.ts'

interface Props {
  mark: Pick<Mark, 'reason' | 'because'>
  call: Pick<CohortPage['call'], 'numberPrefix' | 'questions'>
  frame: Pick<CohortPage['frame'], 'packages' | 'funds'>
}

/** Why somebody is in a cohort or not: the reason that a person gave, or those of the suggestion. */
export function CohortWhy({ mark, call, frame }: Props) {
  const { t, language } = usePage()
  const { numberPrefix, questions } = call
  const nameIn = (list: readonly { code: string; name: string }[]) => (code: string) =>
    list.find((one) => one.code === code)?.name ?? code
  const [packageName, fundName] = [nameIn(frame.packages), nameIn(frame.funds)]
  const words = { t, language, questions, numberPrefix, packageName, fundName }
  if (mark.reason !== '') return <bdi>{mark.reason}</bdi>
  return <small>{mark.because.map((because) => becauseText(because, words)).join(' ')}</small>
}
