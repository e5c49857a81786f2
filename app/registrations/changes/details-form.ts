import { z } from 'zod'
import { answersSchema } from '../questions/answer-schema.ts'
import type { Question } from '../questions/question.ts'
import { country, line, optionalLine } from '#app/values/fields.ts'

/** What is known of the person on a seat, and their answers to what is asked when registering. */
export function detailsSchema(asked: Question[]) {
  return z.object({
    fullName: line(200, 'register.enterName'),
    latinName: optionalLine(200),
    badgeName: optionalLine(200),
    affiliation: optionalLine(200),
    country: country(),
    answers: answersSchema(asked),
  })
}
