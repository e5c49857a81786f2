import { z } from 'zod'
import { textLanguage } from '../details-form.ts'
import { country, optionalText } from '#app/values/fields.ts'

/** What people who live in a country need to know, in one language; empty takes it away. */
export const visaNoteSchema = z.object({
  country: country(),
  textLanguage: textLanguage(),
  note: optionalText(4000),
  seen: z.string().max(64).default(''),
})

export type VisaNoteForm = z.output<typeof visaNoteSchema>
