import { RESIDENCE_CODES } from './facts-of.ts'
import type { HeldAnswers } from './held-answers.ts'
import type { Call, CallQuestion } from '#app/applications/calls/call.ts'

/** What was said before the form began, as answers to the questions that ask the same: nobody types it twice. */
export function answersToTold(
  call: Pick<Call, 'sections'>,
  told: { residence: string | null; birthYear: number | null; lastAward: number | 'none' | null },
): { questions: CallQuestion[]; answers: HeldAnswers } {
  const all = call.sections.flatMap(({ questions }) => questions)
  const pairs = all.flatMap((question): [CallQuestion, string][] => {
    const { kind, code, meaning } = question
    if (kind === 'country' && RESIDENCE_CODES.includes(code)) return told.residence ? [[question, told.residence]] : []
    if (meaning === 'birth-year' && kind !== 'date') return told.birthYear ? [[question, String(told.birthYear)]] : []
    if (meaning === 'earlier-award') {
      const value = awardAnswer(question, told.lastAward)
      return value === null ? [] : [[question, value]]
    }
    return []
  })
  return {
    questions: pairs.map(([question]) => question),
    answers: Object.fromEntries(pairs.map(([{ code }, value]) => [code, [value]])),
  }
}

/** An earlier award as a question for it takes it: a year, or yes and no. */
function awardAnswer({ kind, options }: CallQuestion, lastAward: number | 'none' | null): string | null {
  if (lastAward === null) return null
  if (kind === 'yesno') return lastAward === 'none' ? 'no' : 'yes'
  if (kind === 'choice')
    return options.find(({ value }) => value === (lastAward === 'none' ? 'no' : String(lastAward)))?.value ?? null
  return lastAward === 'none' ? null : String(lastAward)
}
