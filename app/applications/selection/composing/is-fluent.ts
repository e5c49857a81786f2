import type { Candidate, Frame, SeatChoice } from './candidate.ts'
import { splitLevels } from '#app/registrations/questions/question.ts'

/**
 * Whether somebody knows the language of a course well enough, as far as the limits ask: in their weakest skill. Who did
 * not say counts as not knowing it.
 */
export function isFluent(
  { limits }: Pick<Frame, 'limits'>,
  candidate: Pick<Candidate, 'answers'>,
  { taughtIn }: Pick<SeatChoice, 'taughtIn'>,
): boolean {
  return limits.fluency.every(({ language, question, least }) => {
    if (language !== taughtIn) return true
    const said = (candidate.answers[question] ?? []).map(splitLevels).find(({ value }) => value === language)
    return said !== undefined && said.levels.every((level) => Number(level) >= least)
  })
}
