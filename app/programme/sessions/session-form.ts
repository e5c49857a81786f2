import { z } from 'zod'
import { ALWAYS, isLater, realTimes, textLanguage } from '#app/events/details-form.ts'
import { sessionBounds } from '#app/events/event-bounds.ts'
import { day, email, integer, line, optionalLine, optionalText, tick, time, url } from '#app/values/fields.ts'
import { flag } from '#app/values/flag.ts'

export const SESSION_KINDS = [
  'plenary',
  'talk',
  'panel',
  'tutorial',
  'workshop',
  'lab',
  'break',
  'social',
  'other',
] as const

export const SESSION_ROLES = ['speaker', 'chair', 'lead-instructor', 'instructor', 'assistant'] as const

/** More people than any session has, and fewer than a form can carry. */
export const MOST_PEOPLE = 40

const person = z
  .object({
    role: z.enum(SESSION_ROLES, { error: 'form.choose' }).default('speaker'),
    fullName: optionalLine(200),
    latinName: optionalLine(200),
    affiliation: optionalLine(200),
    email: email().optional(),
  })
  .superRefine(({ fullName, latinName, affiliation, email }, context) => {
    if (fullName === '' && (latinName !== '' || affiliation !== '' || email !== undefined))
      context.addIssue({ code: 'custom', path: ['fullName'], message: 'form.required' })
  })

/** A session of an event whose clocks are those of `zone`. */
export function sessionSchema(zone: string) {
  return z
    .object({
      seen: z.string().max(64).default(''),
      code: optionalLine(20),
      kind: z.enum(SESSION_KINDS, { error: 'form.choose' }),
      title: line(300),
      abstract: optionalText(16_000),
      language: textLanguage().optional(),
      heldOn: day(),
      startsTime: time(),
      endsTime: time(),
      /** Of a time that its day has twice, the moment that is meant. */
      startsMoment: z.string().max(24).optional(),
      endsMoment: z.string().max(24).optional(),
      trackId: z.string().max(36).optional(),
      room: optionalLine(120),
      people: z
        .array(person)
        .max(MOST_PEOPLE)
        .default([])
        .transform((rows) => rows.filter(({ fullName }) => fullName !== '')),
      interpretation: z
        .array(textLanguage().optional())
        .max(12)
        .default([])
        .transform((codes) => [...new Set(codes.filter((code) => code !== undefined))].toSorted()),
      isStreamed: tick(),
      streamUrl: url().optional(),
      takesSignUps: tick(),
      capacity: integer(1, 100_000).optional(),
      isPublic: tick(),
    })
    .superRefine((form, context) => realTimes(timesOf(form, zone), context), ALWAYS)
}

export type SessionForm = z.output<ReturnType<typeof sessionSchema>>

interface TypedTimes {
  heldOn: string
  startsTime: string
  endsTime: string
  startsMoment?: string | undefined
  endsMoment?: string | undefined
}

/** As `realTimes` reads times; midnight at the end of a session is the end of its day. */
function timesOf({ heldOn, startsTime, endsTime: typed, startsMoment, endsMoment }: TypedTimes, zone: string) {
  const endsTime = typed === '00:00' ? '24:00' : typed
  return { startsOn: heldOn, endsOn: heldOn, startsTime, endsTime, startsMoment, endsMoment, zone }
}

/** What was typed as the columns of a session, on the clocks of its event. A stream has an address only if there is one. */
export function sessionColumns(form: SessionForm, zone: string) {
  const times = timesOf(form, zone)
  const when = {
    heldOn: form.heldOn,
    startsTime: form.startsTime,
    endsTime: times.endsTime,
    startsLater: flag(isLater(times, 'starts')),
    endsLater: flag(isLater(times, 'ends')),
  }
  return {
    ...when,
    ...sessionBounds(when, zone),
    code: form.code || null,
    kind: form.kind,
    title: form.title,
    abstract: form.abstract,
    language: form.language ?? null,
    trackId: form.trackId || null,
    room: form.room || null,
    interpretation: form.interpretation.join(','),
    isStreamed: flag(form.isStreamed || form.streamUrl !== undefined),
    streamUrl: form.streamUrl ?? null,
    takesSignUps: flag(form.takesSignUps),
    capacity: form.capacity ?? null,
    isPublic: flag(form.isPublic),
  }
}

export type SessionColumns = ReturnType<typeof sessionColumns>
