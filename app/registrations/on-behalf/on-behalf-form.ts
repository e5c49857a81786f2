import { z } from 'zod'
import { LANGUAGES } from '#app/locales/languages.ts'
import { country, email, line, optionalLine, tick } from '#app/values/fields.ts'

/** More people than this are several forms, or a spreadsheet. */
export const MOST_PEOPLE = 10

/** `pay`: the person is asked for the money by mail; `owe`: the seat is theirs at once, the money is asked for; `free`. */
export const TERMS = ['pay', 'owe', 'free'] as const

export type Terms = (typeof TERMS)[number]

const person = z.object({
  ticket: z.string({ error: 'form.choose' }).min(1, 'form.choose').max(36),
  fullName: line(200, 'register.enterName'),
  latinName: optionalLine(200),
  email: email(),
  affiliation: optionalLine(200),
  country: country(),
})

/** The form by which an organizer registers others; who may only add them has them asked for the money. */
export const onBehalfSchema = z.object({
  formKey: z
    .string()
    .regex(/^[\w-]{20,64}$/)
    .catch(''),
  language: z.enum(LANGUAGES.map(({ code }) => code)).catch('en'),
  people: z.array(person).min(1, 'form.required').max(MOST_PEOPLE),
  terms: z.enum(TERMS, { error: 'form.choose' }),
  days: z.coerce
    .number({ error: 'form.number' })
    .int('form.number')
    .min(1, 'form.number')
    .max(60, 'form.number')
    .default(7),
  told: tick(),
  attendeeList: tick(),
  photographs: tick(),
  /** The excess that was shown and agreed to. */
  over: z.coerce.number().int().min(0).catch(0),
})

export type OnBehalfForm = z.output<typeof onBehalfSchema>

/** How many people a form has blocks for. */
export function peopleCount(typed: string | null | undefined): number {
  const count = Number(typed ?? 1)
  return Number.isInteger(count) ? Math.min(Math.max(count, 1), MOST_PEOPLE) : 1
}
