import { z } from 'zod'
import { CALL_KINDS } from './call-details-form.ts'
import { textLanguage } from '#app/events/details-form.ts'
import { line, optionalLine } from '#app/values/fields.ts'

/** A new call by hand, or like another one. */
export const newCallSchema = z
  .object({
    textLanguage: textLanguage(),
    title: line(200),
    kind: z.enum(CALL_KINDS, { error: 'form.choose' }).optional(),
    copyOf: optionalLine(36),
  })
  .transform(({ kind, ...form }) => ({ ...form, kind: kind ?? ('admission' as const) }))

export type NewCall = z.output<typeof newCallSchema>
