import {
  type EventPlace,
  type HeldRole,
  holdsRole,
  isAdministrator,
  mayOrganize,
  taughtTracks,
} from '#app/people/rights.ts'
import type { QuestionsTable } from '#db/schema.ts'

export type Audience = QuestionsTable['audience']

/** What a list is read for: each purpose shows what it needs and nothing more. */
export const LIST_PURPOSES = ['teaching', 'desk', 'finance', 'visa', 'catering'] as const

export type ListPurpose = (typeof LIST_PURPOSES)[number]

/** As whom somebody reads. An administrator reads as an organizer and as finance too. */
export type ListReader = 'organizer' | 'instructor' | 'front-desk' | 'finance' | 'administrator'

export type ListField =
  | 'code'
  | 'fullName'
  | 'latinName'
  | 'calledName'
  | 'pronunciation'
  | 'badgeName'
  | 'email'
  | 'sharedEmail'
  | 'country'
  | 'affiliation'
  | 'language'
  | 'track'
  | 'ticket'
  | 'days'
  | 'seat'
  | 'group'
  | 'laptop'
  | 'skill'
  | 'order'
  | 'payer'
  | 'payerOrganization'
  | 'billed'
  | 'paid'
  | 'due'
  | 'currency'
  | 'diet'
  | `answers.${Audience}`

type Readers = readonly ListReader[]

const TEACHING: Readers = ['organizer', 'instructor']
const DESK: Readers = ['organizer', 'front-desk']
const FINANCE: Readers = ['finance']
const VISA: Readers = ['administrator']

/**
 * The written table: who sees what of a participant, for what. What is not in it, nobody sees in a list or a file.
 *
 * What a question asked (`calledName`, `pronunciation`, `laptop`, `skill`) is seen by those of them who are its audience. An
 * instructor prepares for whom they teach; they get an address to write to only of those who agreed to it
 * (`sharedEmail`), all others are written to by the organizers or through the platform. Of diets everybody sees totals
 * only, the kitchen's own list too. The desk of the visa officers is the administrators’ as long as nobody holds a role
 * of that name.
 */
const VISIBLE: Record<ListField, Partial<Record<ListPurpose, Readers>>> = {
  code: { teaching: TEACHING, desk: DESK, finance: FINANCE, visa: VISA },
  fullName: { teaching: TEACHING, desk: DESK, visa: VISA },
  latinName: { teaching: TEACHING, desk: DESK, visa: VISA },
  calledName: { teaching: TEACHING },
  pronunciation: { teaching: TEACHING },
  badgeName: { desk: DESK },
  email: { teaching: ['organizer'], visa: VISA },
  sharedEmail: { teaching: ['instructor'] },
  country: { teaching: TEACHING, visa: VISA },
  affiliation: { teaching: TEACHING, visa: VISA },
  language: { teaching: TEACHING },
  track: { teaching: TEACHING, desk: DESK },
  ticket: { teaching: TEACHING, desk: DESK, finance: FINANCE },
  days: { desk: DESK },
  seat: { teaching: TEACHING },
  group: { teaching: TEACHING },
  laptop: { teaching: TEACHING },
  skill: { teaching: TEACHING },
  order: { finance: FINANCE },
  payer: { finance: FINANCE },
  payerOrganization: { finance: FINANCE },
  billed: { finance: FINANCE },
  paid: { finance: FINANCE },
  due: { desk: DESK, finance: FINANCE },
  currency: { desk: DESK, finance: FINANCE },
  diet: { catering: DESK },
  'answers.organizers': { teaching: ['organizer'] },
  'answers.instructors': { teaching: TEACHING },
  'answers.finance': { finance: FINANCE },
  'answers.visa-desk': { visa: VISA },
  'answers.totals': { catering: DESK },
}

/** What is in no list and no file, whatever the audience of its question: one person's at a time, asked for with a reason. */
export const ON_REQUEST = ['access', 'emergency'] as const

export type OnRequest = (typeof ON_REQUEST)[number]

export function isOnRequest(meaning: string): meaning is OnRequest {
  return ON_REQUEST.some((one) => one === meaning)
}

/** Of whose answers a list never has a row a person: those on request, and diets, of which there are totals. */
export const NEVER_LISTED = [...ON_REQUEST, 'diet'] as const

/** As whom somebody reads the lists of an event; nobody in particular when it is empty. */
function readersAt(roles: HeldRole[], event: EventPlace): ListReader[] {
  const isAll = isAdministrator(roles)
  return [
    ...(mayOrganize(roles, event) ? (['organizer'] as const) : []),
    ...(holdsRole(roles, 'instructor', event) ? (['instructor'] as const) : []),
    ...(holdsRole(roles, 'front-desk', event) ? (['front-desk'] as const) : []),
    ...(isAll || holdsRole(roles, 'finance', event) ? (['finance'] as const) : []),
    ...(isAll ? (['administrator'] as const) : []),
  ]
}

/** For what somebody may read a list of the event; the first is the usual one. */
export function purposesOf(roles: HeldRole[], event: EventPlace): ListPurpose[] {
  return LIST_PURPOSES.filter((purpose) => visibleFields(purpose, roles, event).length > 0)
}

/** Whose participants somebody reads of for a purpose: who teaches sees their own tracks. */
export function trackIdsFor(purpose: ListPurpose, roles: HeldRole[], event: EventPlace): string[] | 'all' {
  return purpose === 'teaching' ? taughtTracks(roles, event) : 'all'
}

/** What somebody sees of a participant for a purpose, in the order of a list. */
export function visibleFields(purpose: ListPurpose, roles: HeldRole[], event: EventPlace): ListField[] {
  const readers = readersAt(roles, event)
  const fields = fieldsFor(purpose, readers)
  return fields.filter((field) => field !== 'sharedEmail' || !fields.includes('email'))
}

/**
 * Whose answers somebody may read one by one anywhere at the event, whoever gave them: what instructors may read is
 * theirs for their own tracks only and no part of this.
 */
export function readableAudiences(roles: HeldRole[], event: EventPlace): Audience[] {
  const readers = readersAt(roles, event).filter((reader) => reader !== 'instructor')
  const purposes = LIST_PURPOSES.filter((purpose) => purpose !== 'catering')
  return audiencesAmong(purposes.flatMap((purpose) => fieldsFor(purpose, readers)))
}

function fieldsFor(purpose: ListPurpose, readers: ListReader[]): ListField[] {
  return (Object.keys(VISIBLE) as ListField[]).filter((field) =>
    VISIBLE[field][purpose]?.some((reader) => readers.includes(reader)),
  )
}

function audiencesAmong(fields: ListField[]): Audience[] {
  return fields.flatMap((field) => (field.startsWith('answers.') ? [field.slice('answers.'.length) as Audience] : []))
}
