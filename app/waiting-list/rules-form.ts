import { z } from 'zod'
import { integer, optionalLine, tick } from '#app/values/fields.ts'

/** Two months: longer than any queue has patience. */
const HOURS_MAXIMUM = 1440

export const rulesSchema = z.object({
  isOpen: tick(),
  offerHours: integer(1, HOURS_MAXIMUM),
  price: z.enum(['today', 'joining'], { error: 'form.choose' }),
  passesOver: tick(),
  closesAt: optionalLine(60),
})

export type RulesForm = z.output<typeof rulesSchema>
