import { LONGEST_KEPT } from './answer-fault.ts'
import { COST_PARTS, costValue } from './costs-answer.ts'
import { ratingValue } from './grid-answer.ts'
import type { HeldAnswers } from './held-answers.ts'
import type { CallQuestion } from '#app/applications/calls/call.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { languageField, SKILLS } from '#app/registrations/questions/question.ts'
import type { FormState } from '#app/values/form-state.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'

/** The name of a question's field; those of languages, grids and costs go on behind it. */
export function answerField(code: string): string {
  return `answers.${code}`
}

/**
 * What was typed into the fields of some questions, cleaned but not judged, so that a draft keeps what is not right
 * yet. A question that nothing was typed into has no answer.
 */
export function readTyped(questions: CallQuestion[], { values }: Pick<FormState, 'values'>): HeldAnswers {
  const held: HeldAnswers = {}
  for (const question of questions) {
    const typed = typedAnswer(question, values).filter((value) => value !== '')
    if (typed.length > 0) held[question.code] = typed
  }
  return held
}

function typedAnswer(question: CallQuestion, values: FormState['values']): string[] {
  const field = answerField(question.code)
  const one = (name: string) => cleanLine(values[name]?.at(-1) ?? '').slice(0, LONGEST_KEPT)
  switch (question.kind) {
    case 'longtext':
      return [cleanText(values[field]?.[0] ?? '').slice(0, LONGEST_KEPT)]
    case 'choices':
      return question.options.map(({ value }) => value).filter((value) => values[field]?.includes(value))
    case 'languages':
      return question.options.flatMap(({ value }) => {
        const levels = SKILLS.map((skill) => one(`${field}.${languageField(value)}.${skill}`).slice(0, 1))
        // A skill that was left out stays apart from those behind it.
        return levels.every((level) => level === '') ? [] : [`${value}:${levels.map((level) => level || '-').join('')}`]
      })
    case 'grid':
      return question.rows.flatMap(({ value: row }) => {
        const level = one(`${field}.${languageField(row)}`)
        return level === '' ? [] : [ratingValue(row, level)]
      })
    case 'costs':
      return question.rows.map(({ value: row }) => {
        const [cost = '', own = '', others = ''] = COST_PARTS.map((part) =>
          one(`${field}.${languageField(row)}.${part}`).slice(0, 40),
        )
        return costValue({ row, cost, own, others })
      })
    case 'file':
      return [fileOfToken(values[field]?.[0] ?? '')?.id ?? '']
    default:
      return [one(field)]
  }
}
