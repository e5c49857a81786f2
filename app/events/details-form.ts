import { z } from 'zod'
import { coordinatesField } from './coordinates.ts'
import { isSlug } from './event-slug.ts'
import { TEXT_LANGUAGES } from './text-languages.ts'
import { readingOf, typedWallTime, wallTimeOf } from './wall-time.ts'
import { country, email, integer, line, optionalLine, optionalText, time, url, zone } from '#app/values/fields.ts'
import { boundsOf, instantOf, isPartialDay } from '#app/values/moment.ts'

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

/** The fields of an event's time and place beside its days. */
export function whenAndWhere() {
  return {
    startsTime: time().optional(),
    endsTime: time().optional(),
    /** Of a time that its day has twice, the moment that is meant. */
    startsMoment: z.string().max(24).optional(),
    endsMoment: z.string().max(24).optional(),
    zone: zone(),
    format: format(),
    country: country().optional(),
    city: optionalLine(120),
    venue: optionalLine(200),
    address: optionalLine(300),
    onlineUrl: url().optional(),
  }
}

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
    ...whenAndWhere(),
    coordinates: coordinatesField(),
    venueSeats: integer(1, 1_000_000).optional(),
    level: z.enum(['introductory', 'intermediate', 'advanced'], { error: 'form.choose' }).optional(),
    hostId: z.string().max(36).optional(),
    topics: z.array(z.string().max(60)).default([]),
    contactEmail: email().optional(),
    websiteUrl: url().optional(),
    conductUrl: url().optional(),
    conductVersion: optionalLine(40),
    admission: z.enum(['registration', 'application', 'invitation', 'none'], { error: 'form.choose' }),
  })
  .superRefine(dateRange, ALWAYS)
  .superRefine(placeNeeded, ALWAYS)
  .superRefine(realTimes, ALWAYS)
  .superRefine(wholeConduct, ALWAYS)

export type Details = z.output<typeof detailsSchema>

/** The last day is not before the first. */
export function dateRange(form: { startsOn: string; endsOn: string }, context: z.RefinementCtx): void {
  if (!isPartialDay(form.startsOn) || !isPartialDay(form.endsOn)) return
  if (boundsOf(form.endsOn).last < boundsOf(form.startsOn).first)
    context.addIssue({ code: 'custom', path: ['endsOn'], message: 'form.dateOrder' })
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

/** People agree to a version of a text: neither is there without the other. */
function wholeConduct(
  form: { conductUrl?: string | undefined; conductVersion: string },
  context: z.RefinementCtx,
): void {
  if (form.conductUrl && !form.conductVersion)
    context.addIssue({ code: 'custom', path: ['conductVersion'], message: 'author.details.conductVersionNeeded' })
  if (!form.conductUrl && form.conductVersion)
    context.addIssue({ code: 'custom', path: ['conductUrl'], message: 'author.details.conductUrlNeeded' })
}

interface TypedTimes {
  startsOn: string
  endsOn: string
  startsTime?: string | undefined
  endsTime?: string | undefined
  startsMoment?: string | undefined
  endsMoment?: string | undefined
  zone: string
}

/** Times that exist; of one that its day has twice, it is asked which is meant and never guessed. */
export function realTimes(form: TypedTimes, context: z.RefinementCtx): void {
  const [starts, ends] = [readTime(form, 'starts', context), readTime(form, 'ends', context)]
  if (starts && ends && form.startsOn === form.endsOn && ends <= starts)
    context.addIssue({ code: 'custom', path: ['endsTime'], message: 'form.timeOrder' })
}

function readTime(form: TypedTimes, which: 'starts' | 'ends', context: z.RefinementCtx): string | null {
  const [day, time] = [form[`${which}On`], form[`${which}Time`]]
  const wall = typedWallTime(day, time, form.zone)
  if (!wall) return null
  const skipped = skippedTime(day, time!, form.zone)
  if (skipped) context.addIssue({ code: 'custom', path: [`${which}Time`], message: skipped })
  const reading = readingOf(wall, form[`${which}Moment`])
  if (reading === 'open')
    context.addIssue({ code: 'custom', path: [`${which}Moment`], message: whichTime(day, time!, form.zone) })
  return skipped || reading === 'open' ? null : instantOf(day, time!, form.zone, reading === 'second')
}

/** Whether the second of two is meant. */
export function isLater(form: TypedTimes, which: 'starts' | 'ends'): boolean {
  const wall = typedWallTime(form[`${which}On`], form[`${which}Time`], form.zone)
  return readingOf(wall, form[`${which}Moment`]) === 'second'
}

/** The message for a time that the clocks jump over on that day, or null. */
export function skippedTime(day: string, time: string, zone: string): string | null {
  const wall = wallTimeOf(day, time, zone)
  if (wall.is !== 'skipped') return null
  const values = new URLSearchParams({ day, time, zone, resumesAt: wall.resumesAt })
  return `organize.skippedTime?${values}`
}

/** The question which of the two is meant. */
export function whichTime(day: string, time: string, zone: string): string {
  return `organize.whichTime?${new URLSearchParams({ day, time, zone })}`
}
