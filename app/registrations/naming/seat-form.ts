import { z } from 'zod'
import { answersSchema } from '../questions/answer-schema.ts'
import type { Question } from '../questions/question.ts'
import { country, email, line, optionalLine } from '#app/values/fields.ts'

/**
 * The form that puts somebody on a seat. Whoever fills it for another may leave out what only that person knows: the
 * country, and the answers to `asked`.
 */
export function seatSchema(asked: Question[], { isOwn }: { isOwn: boolean }) {
  const questions = isOwn ? asked : asked.map((question) => ({ ...question, isRequired: false }))
  return z.object({
    fullName: line(200, 'register.enterName'),
    latinName: optionalLine(200),
    email: email(),
    affiliation: optionalLine(200),
    country: isOwn ? country() : z.union([z.literal(''), country()]).default(''),
    answers: answersSchema(questions),
  })
}
