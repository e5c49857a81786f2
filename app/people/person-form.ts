import { z } from 'zod'
import { LANGUAGES } from '#app/locales/languages.ts'
import { country, line } from '#app/values/fields.ts'

/** What people say of themselves at /me. */
export const personForm = z.object({
  fullName: line(200),
  country: country().optional(),
  language: z.enum(
    LANGUAGES.map(({ code }) => code),
    { error: 'form.choose' },
  ),
})
