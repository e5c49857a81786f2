import type { CallQuestion } from '#app/applications/calls/call.ts'
import type { Answer } from '#app/registrations/questions/question.ts'
import { type Asked, freezeAnswer, type FrozenAnswer } from '#app/registrations/questions/freeze-answer.ts'
import { storedAnswer } from '#app/registrations/questions/question.ts'

/** What an applicant was asked: of a grid and of costs the rows, of a grid the levels too. */
export interface AskedOfApplicant extends Asked {
  levels?: { value: string; label: string }[]
}

/** An answer with the words that it answers, as a row keeps it. */
export function freezeCallAnswer(question: CallQuestion, answer: Answer): FrozenAnswer {
  const { id, kind, label, language, rows, levels, version } = question
  if (kind === 'grid' || kind === 'costs') {
    const asked: AskedOfApplicant = { label, language, options: rows, ...(kind === 'grid' ? { levels } : {}) }
    return { questionId: id, value: storedAnswer(answer), asked: JSON.stringify(asked), questionVersion: version }
  }
  return freezeAnswer({ ...question, kind: kind === 'email' ? 'text' : kind }, answer)
}
