import type { z } from 'zod'
import { textSchema } from '../broadcast-form.ts'
import { integer, tick, time } from '#app/values/fields.ts'

/** An own message of an event: whether it is sent, when, and its text in one language. */
export const ownSchema = textSchema.extend({
  isOn: tick(),
  offsetDays: integer(-365, 365).optional(),
  atTime: time().optional(),
})

export type OwnForm = z.output<typeof ownSchema>
