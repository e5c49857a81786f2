import { z } from 'zod'
import { fileOfToken } from '#app/files/upload.ts'
import { day } from '#app/values/fields.ts'
import { isPartialDay } from '#app/values/moment.ts'

/** An amount that the page showed, in minor units; it may be below zero. */
export function shownAmount() {
  return z
    .string()
    .regex(/^-?\d{1,15}$/)
    .catch('-1')
    .transform(Number)
}

/** Giving a seat up; after a refused visa with its day and its paper, whose field holds a token of `keepUploads`. */
export function cancelSchema(isVisa: boolean) {
  return z.object({
    shown: shownAmount(),
    appliedOn: isVisa ? day() : z.string().default(''),
    proof: isVisa
      ? z
          .string({ error: 'form.chooseFile' })
          .refine((token) => fileOfToken(token) !== null, 'form.chooseFile')
          .transform((token) => fileOfToken(token)!.id)
      : z
          .string()
          .optional()
          .transform(() => null),
  })
}

/** The day as typed, so that the figures follow it; null when it is none. */
export function visaDay(form: FormData): string | null {
  const typed = form.get('appliedOn')
  return typeof typed === 'string' && typed.length === 10 && isPartialDay(typed) ? typed : null
}
