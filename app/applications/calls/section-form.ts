import { z } from 'zod'
import { textLanguage } from '#app/events/details-form.ts'
import { line, optionalText } from '#app/values/fields.ts'

export const sectionSchema = z.object({
  seen: z.string().max(64).default(''),
  textLanguage: textLanguage(),
  title: line(200),
  help: optionalText(2000),
})

export type SectionForm = z.output<typeof sectionSchema>
