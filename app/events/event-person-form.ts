import { z } from 'zod'
import { country, line, optionalLine } from '#app/values/fields.ts'

/** What people do at an event, in the order of the choices: who teaches, who runs it, who speaks, whom to ask. */
export const EVENT_PERSON_ROLES = [
  'lead-instructor',
  'instructor',
  'assistant',
  'general-chair',
  'programme-chair',
  'chair',
  'speaker',
  'contact',
] as const

export const eventPersonSchema = z.object({
  seen: z.string().max(64).default(''),
  fullName: line(200),
  latinName: optionalLine(200),
  role: z.enum(EVENT_PERSON_ROLES, { error: 'form.choose' }),
  trackId: z.string().optional(),
  affiliation: optionalLine(200),
  country: country().optional(),
})

export type EventPersonForm = z.output<typeof eventPersonSchema>
