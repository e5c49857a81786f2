import type { ListedSurvey } from '#app/surveys/find-survey.server.ts'
import { surveyStanding } from '#app/surveys/survey-window.ts'
import type { TagKind } from '#app/ui/tag.tsx'
import type { Instant } from '#app/values/moment.ts'

/** How a survey stands, as its tag says it. */
export function surveyTag(
  survey: ListedSurvey,
  now: Instant,
): { is: TagKind | undefined; word: 'draft' | 'later' | 'open' | 'closed' } {
  if (survey.status === 'draft') return { is: undefined, word: 'draft' }
  // Between two afternoons a daily survey is still one that is open.
  const standing = surveyStanding({ ...survey, kind: 'end' }, survey.event, now)
  if (standing.is === 'open') return { is: 'ok', word: 'open' }
  return standing.is === 'later' ? { is: 'wait', word: 'later' } : { is: 'off', word: 'closed' }
}

/** Instructors come for the results, organizers for the words: the shorter address leads there. */
export function surveyAddresses(base: string, surveyId: string) {
  const own = `${base}/${surveyId}`
  const isTaught = base.startsWith('/teach/')
  return { own, edit: isTaught ? `${own}/edit` : own, results: isTaught ? own : `${own}/results` }
}

/** A mean as it is read: `3.9`, `3,9`. */
export function decimal(value: number, language: string): string {
  return value.toLocaleString(`${language}-u-nu-latn`, { maximumFractionDigits: 1 })
}
