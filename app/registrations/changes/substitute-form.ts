import { z } from 'zod'
import { country, email, line, optionalLine } from '#app/values/fields.ts'

/** Who takes a seat over; their answers are theirs to give. */
export const substituteSchema = z.object({
  fullName: line(200, 'register.enterName'),
  latinName: optionalLine(200),
  email: email(),
  affiliation: optionalLine(200),
  country: country(),
})

export type Substitute = z.output<typeof substituteSchema>
