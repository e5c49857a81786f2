import { z } from 'zod'
import {
  country,
  day,
  emailAddress,
  inLanguages,
  language,
  later,
  line,
  optionalLine,
  text,
  time,
  url,
} from './pieces.ts'

const LEVELS = ['introductory', 'intermediate', 'advanced'] as const

export const level = z.enum(LEVELS).nullable().default(null)

export const trackCode = line(20).describe('Unique in its event; sessions, people and ticket types name a track by it.')

export const track = z.strictObject({
  code: trackCode,
  language,
  level,
  room: optionalLine(120),
  texts: inLanguages(z.strictObject({ title: line(200), summary: text(1000), prerequisites: text(1000) })),
})

export const eventPerson = z.strictObject({
  role: z.enum([
    'general-chair',
    'programme-chair',
    'chair',
    'speaker',
    'lead-instructor',
    'instructor',
    'assistant',
    'contact',
  ]),
  fullName: line(200).describe('One whole name, in its own script.'),
  latinName: optionalLine(200),
  affiliation: optionalLine(200),
  country: country.nullable().default(null),
  track: trackCode.nullable().default(null),
})

const sessionPerson = z.strictObject({
  role: z.enum(['speaker', 'chair', 'lead-instructor', 'instructor', 'assistant']),
  fullName: line(200),
  latinName: optionalLine(200),
  affiliation: optionalLine(200),
  email: emailAddress
    .nullable()
    .default(null)
    .describe('For telling them of changes; absent from what the public gets, like `streamUrl`.'),
})

/** A room with how many people it holds; those that sessions and tracks name besides are rooms too. */
export const room = z.strictObject({ name: line(80), seats: z.int().min(1).max(1_000_000).nullable().default(null) })

export const session = z.strictObject({
  code: optionalLine(20).describe('Where it is given, it is unique in its event, and the session keeps it for life.'),
  kind: z.enum(['plenary', 'talk', 'panel', 'tutorial', 'workshop', 'lab', 'break', 'social', 'other']),
  title: line(300),
  abstract: text(),
  language: language.nullable().default(null),
  track: trackCode.nullable().default(null),
  heldOn: day,
  startsTime: time.describe('On the clock of the event’s zone.'),
  endsTime: time,
  startsLater: later,
  endsLater: later,
  room: optionalLine(120),
  interpretation: z.array(language).max(12).default([]).describe('Languages that it is interpreted into.'),
  isStreamed: z.boolean().default(false),
  streamUrl: url.nullable().default(null),
  takesSignUps: z.boolean().default(false),
  capacity: z.int().min(1).max(100_000).nullable().default(null).describe('How many may sign up.'),
  people: z.array(sessionPerson).max(50).default([]),
})
