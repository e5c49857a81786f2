import { z } from 'zod'
import { isSlug } from './event-slug.ts'
import { TEXT_LANGUAGES } from './text-languages.ts'
import { wallTimeOf } from './wall-time.ts'
import { country, email, integer, line, optionalLine, optionalText, time, url, zone } from '#app/values/fields.ts'
import { boundsOf, isPartialDay, isZone } from '#app/values/moment.ts'

export function textLanguage() {
  return z.string({ error: 'form.choose' }).refine((code) => TEXT_LANGUAGES.includes(code), 'form.choose')
}

export function format() {
  return z.enum(['onsite', 'online', 'hybrid'], { error: 'form.choose' })
}

/** A day, or as much of it as is known: history may know only a year or a month. */
function partialDay() {
  return z.string({ error: 'form.date' }).refine(isPartialDay, 'form.date')
}

/** Fields that are compared are compared even while another one is wrong: every error is shown at once. */
export const ALWAYS = { when: () => true }

/** All that the public may read of an event, in one language of its texts. */
export const detailsSchema = z
  .object({
    version: integer(0, 999_999_999),
    seen: z.string().max(64).default(''),
    textLanguage: textLanguage(),
    title: line(200),
    summary: optionalLine(500),
    description: optionalText(20_000),
    accessNote: optionalText(4000),
    visaNote: optionalText(4000),
    preparation: optionalText(4000),
    cancellationNote: optionalText(4000),
    slug: z.string({ error: 'form.slug' }).refine(isSlug, 'form.slug'),
    language: textLanguage(),
    languages: z
      .array(textLanguage().optional())
      .max(30)
      .default([])
      .transform((codes) => [...new Set(codes.filter((code) => code !== undefined))]),
    startsOn: partialDay(),
    endsOn: partialDay(),
    startsTime: time().optional(),
    endsTime: time().optional(),
    zone: zone(),
    format: format(),
    country: country().optional(),
    city: optionalLine(120),
    venue: optionalLine(200),
    address: optionalLine(300),
    onlineUrl: url().optional(),
    level: z.enum(['introductory', 'intermediate', 'advanced'], { error: 'form.choose' }).optional(),
    hostId: z.string().max(36).optional(),
    topics: z.array(z.string().max(60)).default([]),
    contactEmail: email().optional(),
    websiteUrl: url().optional(),
    admission: z.enum(['registration', 'application', 'invitation', 'none'], { error: 'form.choose' }),
  })
  .superRefine(dateRange, ALWAYS)
  .superRefine(placeNeeded, ALWAYS)
  .superRefine(realTimes, ALWAYS)

export type Details = z.output<typeof detailsSchema>

/** The last day is not before the first; on one day, the end is later than the start. */
export function dateRange(
  form: { startsOn: string; endsOn: string; startsTime?: string | undefined; endsTime?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (!isPartialDay(form.startsOn) || !isPartialDay(form.endsOn)) return
  if (boundsOf(form.endsOn).last < boundsOf(form.startsOn).first)
    context.addIssue({ code: 'custom', path: ['endsOn'], message: 'form.dateOrder' })
  if (form.startsOn === form.endsOn && form.startsTime && form.endsTime && form.endsTime <= form.startsTime)
    context.addIssue({ code: 'custom', path: ['endsTime'], message: 'form.timeOrder' })
}

/** Where people come to, there is a country and a city. */
export function placeNeeded(
  form: { format: string; country?: string | undefined; city: string },
  context: z.RefinementCtx,
): void {
  if (form.format === 'online') return
  if (!form.country) context.addIssue({ code: 'custom', path: ['country'], message: 'form.country' })
  if (form.city === '') context.addIssue({ code: 'custom', path: ['city'], message: 'form.required' })
}

function realTimes(
  form: {
    startsOn: string
    endsOn: string
    startsTime?: string | undefined
    endsTime?: string | undefined
    zone: string
  },
  context: z.RefinementCtx,
): void {
  for (const [field, day, time] of [
    ['startsTime', form.startsOn, form.startsTime],
    ['endsTime', form.endsOn, form.endsTime],
  ] as const) {
    if (!isTime(time) || day?.length !== 10 || !isPartialDay(day) || !isZone(form.zone)) continue
    const message = skippedTime(day, time, form.zone)
    if (message) context.addIssue({ code: 'custom', path: [field], message })
  }
}

function isTime(time: string | undefined): time is string {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? '')
}

/** The message for a time that the clocks jump over on that day, or null. */
export function skippedTime(day: string, time: string, zone: string): string | null {
  const wall = wallTimeOf(day, time, zone)
  if (wall.is !== 'skipped') return null
  const values = new URLSearchParams({ day, time, zone, resumesAt: wall.resumesAt })
  return `organize.skippedTime?${values}`
}
