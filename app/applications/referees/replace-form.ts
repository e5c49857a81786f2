import { z } from 'zod'
import { LANGUAGES } from '#app/locales/languages.ts'
import { email, line } from '#app/values/fields.ts'

/** Whom to ask in somebody's place. */
export const replaceSchema = z.object({
  fullName: line(200, 'reference.own.enterName'),
  email: email(),
  language: z.enum(LANGUAGES.map(({ code }) => code)).catch('en'),
})
