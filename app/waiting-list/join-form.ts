import { z } from 'zod'
import { day, email, integer, line, tick } from '#app/values/fields.ts'

/** As many people as one mail can be about. */
export const PARTY_MAXIMUM = 10

/** How many ticket types one may name, best first. */
export const PREFERENCES = 3

/** What one says of the wish itself, on joining and when changing it. */
const wish = {
  choices: z
    .array(
      z
        .string()
        .max(36)
        .optional()
        .transform((id) => id ?? ''),
    )
    .max(PREFERENCES)
    .transform((ids) => [...new Set(ids.filter(Boolean))])
    .refine((ids) => ids.length > 0, 'waiting.chooseTicket'),
  partySize: integer(1, PARTY_MAXIMUM),
  isAllOrNothing: tick(),
  wantedUntil: day().optional(),
}

export const joinSchema = z.object({
  formKey: z
    .string()
    .regex(/^[\w-]{20,64}$/)
    .catch(''),
  fullName: line(200, 'waiting.enterName'),
  email: email(),
  ...wish,
})

export const changeSchema = z.object(wish)
