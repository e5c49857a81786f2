import { z } from 'zod'
import { isClosingZone } from '#app/values/closing-zone.ts'
import { isCountry } from '#app/values/fields.ts'
import { isInstant, isPartialDay, isZone } from '#app/values/moment.ts'
import { currentZoneName } from '#app/values/zones/zone-names.ts'

/** What the event document is made of. Its messages are English sentences: they are read by operators at a terminal. */

export function line(maximum: number) {
  return z
    .string()
    .min(1, 'must not be empty')
    .max(maximum, `must have at most ${maximum} characters`)
    .regex(/^[^\n\r\t]*$/, 'must be one line')
}

export function optionalLine(maximum: number) {
  return line(maximum).nullable().default(null)
}

/** Text that may be empty; Markdown where the page shows it as such. 16,000 characters fit the column in any script. */
export function text(maximum = 16_000) {
  return z.string().max(maximum, `must have at most ${maximum} characters`).default('')
}

export function slug(maximum: number) {
  return z
    .string()
    .max(maximum, `must have at most ${maximum} characters`)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits in groups parted by hyphens')
}

export const language = z
  .string()
  .max(16)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, like en or pt-BR')

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be two letters of ISO 3166-1, like KE')
  .refine((code) => !/^[A-Z]{2}$/.test(code) || isCountry(code), 'is no country or economy of ISO 3166-1')

export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be three letters of ISO 4217, like USD')

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, like 2027-06-21')
  .refine((value) => value.length !== 10 || isPartialDay(value), 'is no day of the calendar')

export const partialDay = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be a day, a month or a year, like 2027-06-21, 2027-06 or 2027')
  .refine((value) => !/^\d{4}(-\d{2}){0,2}$/.test(value) || isPartialDay(value), 'is no day of the calendar')

export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time, like 09:30')

/** Whether the second of two is meant, of a time that its day has twice because clocks are put back. */
export const later = z.boolean().default(false).describe('Of a time that occurs twice on its day, the second one.')

export const zone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9_+/-]+$/, 'must be an IANA time zone, like Africa/Kigali')
  .refine(isZone, 'is no time zone that this system knows')
  .overwrite(currentZoneName)

/** Where a deadline is set: a zone, or anywhere on earth. */
export const closingZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9_+/-]+$/, 'must be an IANA time zone, UTC or AoE')
  .refine(isClosingZone, 'is no time zone that this system knows')
  .overwrite(currentZoneName)

export const instant = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/,
    'must be a moment with its offset, like 2027-03-31T23:59:00+02:00',
  )
  .refine(isInstant, 'is no moment of the calendar')

export const url = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s]+$/, 'must be an address that begins with https:// or http://')
  .refine(
    (address) => !/^https?:\/\/[^\s]+$/.test(address) || (URL.canParse(address) && !/\p{Cc}/u.test(address)),
    'is no address that a program can read',
  )

export const emailAddress = z
  .string()
  .max(191)
  .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')

/** A text in several languages: `{ "en": …, "fr": … }`. */
export function inLanguages<T extends z.ZodType>(schema: T) {
  return z.record(language, schema)
}
