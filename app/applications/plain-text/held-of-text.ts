import type { FormItem, TextAnswers } from './form-item.ts'
import { splitLine } from './write-form.ts'
import { costValue } from '#app/applications/form/costs-answer.ts'
import { ratingValue } from '#app/applications/form/grid-answer.ts'
import type { HeldAnswers } from '#app/applications/form/held-answers.ts'
import { SKILLS } from '#app/registrations/questions/question.ts'

/** The answers to the questions of a call in a text form, as an application holds them. */
export function heldOfText(items: FormItem[], answers: TextAnswers): HeldAnswers {
  const held: HeldAnswers = {}
  for (const { marker, question } of items) {
    const given = answers[marker]
    if (!question || !given) continue
    const lines = new Map(given.map(splitLine))
    if (question.kind === 'grid')
      held[question.code] = question.rows.flatMap(({ value }) =>
        lines.has(value) ? [ratingValue(value, lines.get(value)!)] : [],
      )
    else if (question.kind === 'languages')
      held[question.code] = question.options.flatMap(({ value }) => {
        const levels = SKILLS.map((skill) => lines.get(`${value}/${skill}`) ?? '-')
        return levels.every((level) => level === '-') ? [] : [`${value}:${levels.join('')}`]
      })
    else if (question.kind === 'costs')
      held[question.code] = question.rows.flatMap(({ value: row }) => {
        const part = (name: string) => lines.get(`${row}/${name}`) ?? ''
        const one = costValue({ row, cost: part('cost'), own: part('own'), others: part('others') })
        return one === '' ? [] : [one]
      })
    else held[question.code] = given
  }
  return held
}
