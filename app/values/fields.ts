import { z } from 'zod'
import { remember } from './remember.ts'
import { isPartialDay, isZone } from './moment.ts'
import { cleanLine, cleanText } from './text.ts'
import { currentZoneName } from './zones/zone-names.ts'

/**
 * The pieces that form schemas are made of. A message is a key of the language catalogues, with the values of its
 * sentence behind a question mark: `form.tooLong?maximum=200`.
 * What is typed is cleaned, then checked by `refine`: a schema piped to would be taken for a field of its own, whose
 * empty text is none.
 */

const tooLong = (maximum: number) => `form.tooLong?maximum=${maximum}`

/** One line that must be there. */
export function line(maximum: number, message = 'form.required') {
  return z
    .string({ error: message })
    .transform(cleanLine)
    .refine((text) => SEEN.test(text), message)
    .refine((text) => text.length <= maximum, tooLong(maximum))
}

/** Something to see: a name of joiners, marks of direction or fillers alone would be none on a list. */
const SEEN = /[^\p{Cf}\p{Z}\u115F\u1160\u2800\u3164\uFFA0]/u

/** One line that may be left out; absent is ''. */
export function optionalLine(maximum: number) {
  return z
    .string()
    .default('')
    .transform(cleanLine)
    .refine((text) => text.length <= maximum, tooLong(maximum))
}

/** Several lines that may be left out; absent is ''. */
export function optionalText(maximum: number) {
  return z
    .string()
    .default('')
    .transform(cleanText)
    .refine((text) => text.length <= maximum, tooLong(maximum))
}

/** An e-mail address as typed, without white space around it, at most 191 characters (the column). */
export function email(message = 'form.email') {
  return z.string({ error: message }).transform(cleanLine).pipe(z.email(message).max(191, message))
}

export function integer(minimum: number, maximum: number) {
  const message = `form.numberBetween?minimum=${minimum}&maximum=${maximum}`
  return z
    .string({ error: message })
    .transform(cleanLine)
    .refine((text) => /^-?\d{1,9}$/.test(text) && Number(text) >= minimum && Number(text) <= maximum, message)
    .transform(Number)
}

/** A whole day, `2027-06-21`. */
export function day() {
  return z.string({ error: 'form.date' }).refine((typed) => typed.length === 10 && isPartialDay(typed), 'form.date')
}

export function time() {
  return z.string({ error: 'form.time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'form.time')
}

/** A time zone by its current name, whatever it was called when it was typed or remembered. */
export function zone() {
  return z
    .string({ error: 'form.zone' })
    .transform((typed) => currentZoneName(cleanLine(typed)))
    .refine((text) => text.length <= 64 && isZone(text), 'form.zone')
}

/** A country or economy: two letters of ISO 3166-1 that the runtime has a name for. */
export function country(message = 'form.country') {
  return z.string({ error: message }).refine(isCountry, message)
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && hasName(code)
}

/** Of two letters there are few. */
const hasName = remember((code) => countries.of(code) !== undefined)

/** A box: ticked or not. */
export function tick() {
  return z
    .string()
    .optional()
    .transform((value) => value !== undefined)
}

/** A box that must be ticked. */
export function mustTick(message = 'form.tick') {
  return z.string({ error: message }).transform(() => true)
}

/** An `https://` or `http://` address. A control character in it would end a line of a calendar, which takes none such. */
export function url(maximum = 500) {
  return z
    .url({ protocol: /^https?$/, error: 'form.url' })
    .max(maximum, 'form.url')
    .refine((address) => !/\p{Cc}/u.test(address), 'form.url')
}
