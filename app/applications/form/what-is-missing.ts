import { answerFault } from './answer-fault.ts'
import type { HeldAnswers } from './held-answers.ts'
import { shownCallQuestions } from './shown-call-questions.ts'
import { STEP } from './form-steps.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { asks, asksForWishes } from './asks.ts'

/** What an application has so far. */
export interface ApplicationFacts {
  /** The ids of its wishes, the first wish first. */
  choiceIds: string[]
  answers: HeldAnswers
  /** How many of each are named, and how many have answered. */
  named: { referee: number; employer: number }
  answered: { referee: number; employer: number }
}

/**
 * One thing that an application lacks. `code` is what `applications.missing` keeps: `choice`, `referee` and `employer`
 * (nobody is named), `letter` (they were asked and have not answered), `answer.CODE`, and `wrong.CODE` for an answer
 * that cannot stand; `message` says why it cannot.
 */
export interface Missing {
  code: string
  /** The step of the form at which it is put right. */
  step: string
  /** The label of the question, of those that are about one. */
  label: string | null
  message: string | null
}

/** The codes that only others can do something about. */
const WAITED_FOR = ['letter', 'release']

/** What keeps an application from being complete, in the order of the form. */
export function whatIsMissing(call: Call, facts: ApplicationFacts, currency: string): Missing[] {
  const { choiceIds, answers, named, answered } = facts
  const plain = (code: string, step: string) => ({ code, step, label: null, message: null })
  const stepOf = (sectionId: string) => call.sections.find(({ id }) => id === sectionId)?.code ?? ''
  const questions = shownCallQuestions(call, { choiceId: choiceIds[0] ?? null, answers })
  return [
    ...(asksForWishes(call) && choiceIds.length === 0 ? [plain('choice', STEP.wishes)] : []),
    ...questions.flatMap((question): Missing[] => {
      const { code, label, sectionId, isRequired } = question
      const held = answers[code] ?? []
      const found = { step: stepOf(sectionId), label }
      if (held.length === 0) return isRequired ? [{ ...found, code: `answer.${code}`, message: null }] : []
      const message = answerFault(question, held, currency)
      return message === null ? [] : [{ ...found, code: `wrong.${code}`, message }]
    }),
    ...(named.referee < call.refereesWanted ? [plain('referee', STEP.letters)] : []),
    ...(asks(call).employer && named.employer === 0 ? [plain('employer', STEP.letters)] : []),
    ...(named.referee >= call.refereesWanted && answered.referee < call.refereesWanted
      ? [plain('letter', STEP.letters)]
      : []),
    ...(asks(call).employer && named.employer > 0 && answered.employer === 0 ? [plain('release', STEP.letters)] : []),
  ]
}

/** What of it the applicant can add. */
export function ownMissing<One extends Pick<Missing, 'code'>>(missing: One[]): One[] {
  return missing.filter(({ code }) => !WAITED_FOR.includes(code))
}

/** Whether nothing is missing that its applicant could add. */
export function isFilledIn(missing: Pick<Missing, 'code'>[]): boolean {
  return ownMissing(missing).length === 0
}
