import { z } from 'zod'
import { LANGUAGES } from '#app/locales/languages.ts'
import { email, tick } from '#app/values/fields.ts'

const LANGUAGE_CODES: string[] = LANGUAGES.map(({ code }) => code)

const wishes = {
  languages: z
    .array(z.string().max(12))
    .max(20)
    .default([])
    .transform((codes) => codes.filter((code) => LANGUAGE_CODES.includes(code))),
  choiceCodes: z.array(z.string().max(40)).max(50).default([]),
  isChair: tick(),
}

/** What an organizer says of a reviewer; whose address it is can be said only once. */
export const reviewerSchema = z.object({ email: email(), ...wishes })
export const reviewerWishesSchema = z.object(wishes)

export type ReviewerWishes = z.output<typeof reviewerWishesSchema>
