import { expect, test } from 'vitest'
import {
  LIST_PURPOSES,
  type ListPurpose,
  purposesOf,
  readableAudiences,
  trackIdsFor,
  visibleFields,
} from '#app/participants/lists/visible-fields.ts'
import type { HeldRole, RoleName } from '#app/people/rights.ts'

const EVENT = { id: 'event', seriesId: 'series' }

const at = (role: RoleName, trackId = ''): HeldRole =>
  role === 'administrator'
    ? { role, scope: 'installation', scopeId: '', trackId }
    : { role, scope: 'event', scopeId: EVENT.id, trackId }

const fields = (role: RoleName, purpose: ListPurpose) => visibleFields(purpose, [at(role)], EVENT).toSorted()

const TAUGHT = [
  'affiliation',
  'answers.instructors',
  'calledName',
  'code',
  'country',
  'fullName',
  'group',
  'language',
  'laptop',
  'latinName',
  'pronunciation',
  'seat',
  'skill',
  'ticket',
  'track',
]

test('for teaching: instructors and organizers, the address only by consent for the one', () => {
  expect(fields('instructor', 'teaching')).toEqual([...TAUGHT, 'sharedEmail'].toSorted())
  expect(fields('organizer', 'teaching')).toEqual([...TAUGHT, 'email', 'answers.organizers'].toSorted())
  for (const role of ['front-desk', 'finance', 'observer', 'programme', 'reviewer'] as const)
    expect(fields(role, 'teaching'), role).toEqual([])
})

test('who organizes and teaches sees the address as an organizer, once', () => {
  const both = visibleFields('teaching', [at('organizer'), at('instructor')], EVENT)
  expect(both).toContain('email')
  expect(both).not.toContain('sharedEmail')
})

test('for the desk: who it is, what they hold and what is due; no answers', () => {
  const desk = ['badgeName', 'code', 'currency', 'days', 'due', 'fullName', 'latinName', 'ticket', 'track']
  expect(fields('front-desk', 'desk')).toEqual(desk)
  expect(fields('organizer', 'desk')).toEqual(desk)
  expect(fields('instructor', 'desk')).toEqual([])
})

test('for finance: codes, payers and amounts; no names and no answers but those that were asked for it', () => {
  const money = ['answers.finance', 'billed', 'code', 'currency', 'due', 'order', 'paid', 'payer', 'payerOrganization']
  expect(fields('finance', 'finance')).toEqual([...money, 'ticket'].toSorted())
  for (const role of ['organizer', 'front-desk', 'instructor'] as const) expect(fields(role, 'finance')).toEqual([])
})

test('for visas: administrators alone; for the kitchen: totals of diets and of what was asked for totals', () => {
  expect(fields('administrator', 'visa')).toContain('answers.visa-desk')
  for (const role of ['organizer', 'front-desk', 'instructor', 'finance'] as const)
    expect(fields(role, 'visa')).toEqual([])
  for (const role of ['organizer', 'front-desk', 'administrator'] as const)
    expect(fields(role, 'catering')).toEqual(['answers.totals', 'diet'])
})

test('purposes follow from the table, and only who teaches is kept to their tracks', () => {
  expect(purposesOf([at('organizer')], EVENT)).toEqual(['teaching', 'desk', 'catering'])
  expect(purposesOf([at('administrator')], EVENT)).toEqual([...LIST_PURPOSES])
  expect(purposesOf([at('instructor', 'T1'), at('front-desk')], EVENT)).toEqual(['teaching', 'desk', 'catering'])
  for (const role of ['observer', 'programme', 'reviewer'] as const) expect(purposesOf([at(role)], EVENT)).toEqual([])
  expect(purposesOf([at('organizer')], { id: 'other', seriesId: 'other' })).toEqual([])
  const both = [at('instructor', 'T1'), at('front-desk')]
  expect(trackIdsFor('teaching', both, EVENT)).toEqual(['T1'])
  expect(trackIdsFor('desk', both, EVENT)).toBe('all')
})

test('answers that one reads one by one anywhere at the event: those of one’s own tracks give no right to all', () => {
  expect(readableAudiences([at('organizer')], EVENT)).toEqual(['organizers', 'instructors'])
  expect(readableAudiences([at('finance')], EVENT)).toEqual(['finance'])
  expect(readableAudiences([at('administrator')], EVENT)).toEqual(
    expect.arrayContaining(['organizers', 'instructors', 'finance', 'visa-desk']),
  )
  expect(readableAudiences([at('administrator')], EVENT)).not.toContain('totals')
  for (const role of ['instructor', 'front-desk', 'observer'] as const)
    expect(readableAudiences([at(role)], EVENT), role).toEqual([])
})
