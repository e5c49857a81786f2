import { COST_PARTS, typedCosts } from './costs-answer.ts'
import { ratingsOf } from './grid-answer.ts'
import type { HeldAnswers } from './held-answers.ts'
import { answerField } from './read-typed.ts'
import type { CallQuestion } from '#app/applications/calls/call.ts'
import { languageField, SKILLS, splitLevels } from '#app/registrations/questions/question.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Answers as the fields of the form; `tokenOf` makes of a file's id what its field rides along with. */
export function answersInForm(
  questions: CallQuestion[],
  answers: HeldAnswers,
  tokenOf: (fileId: string) => string | undefined,
): FormState {
  const values: FormState['values'] = {}
  for (const { code, kind } of questions) {
    const held = answers[code] ?? []
    const field = answerField(code)
    if (kind === 'languages')
      for (const { value, levels } of held.map(splitLevels))
        SKILLS.forEach((skill, at) => {
          const level = levels[at] ?? ''
          values[`${field}.${languageField(value)}.${skill}`] = [level === '-' ? '' : level]
        })
    else if (kind === 'grid')
      for (const [row, level] of ratingsOf(held)) values[`${field}.${languageField(row)}`] = [level]
    else if (kind === 'costs')
      for (const { row, ...typed } of typedCosts(held))
        for (const part of COST_PARTS) values[`${field}.${languageField(row)}.${part}`] = [typed[part]]
    else if (kind === 'file') {
      const token = held[0] === undefined ? undefined : tokenOf(held[0])
      if (token !== undefined) values[field] = [token]
    } else if (held.length > 0) values[field] = held
  }
  return { values, errors: {} }
}
