import { z } from 'zod'
import { textLanguage } from '#app/events/details-form.ts'
import { integer, line, optionalText, tick } from '#app/values/fields.ts'

/** A code that people read in lists: `T1`, `T2-F`. */
export function partCode(maximum: number) {
  return line(maximum).refine((code) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code), 'organize.codeShape')
}

export const choiceSchema = z.object({
  seen: z.string().max(64).default(''),
  textLanguage: textLanguage(),
  code: partCode(20),
  name: line(200),
  description: optionalText(2000),
  /** `event:ID`, or `track:ID` of this event. */
  place: z
    .string({ error: 'form.choose' })
    .regex(/^(event|track):[\w-]{1,36}$/, 'form.choose')
    .transform((typed) => ({ kind: typed.split(':')[0] as 'event' | 'track', id: typed.split(':')[1]! })),
  taughtIn: textLanguage().optional(),
  ticketTypeId: z.string().max(36).optional(),
  seats: integer(0, 100_000).optional(),
  isClosed: tick(),
})

export type ChoiceForm = z.output<typeof choiceSchema>
