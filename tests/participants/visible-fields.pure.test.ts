import { expect, test } from 'vitest'
import { visibleAudiences, visibleFields } from '#app/participants/visible-fields.ts'

test('an instructor sees whom they teach, and no address and no code', () => {
  expect(visibleFields('instructor')).toEqual([
    'fullName',
    'latinName',
    'country',
    'affiliation',
    'language',
    'track',
    'ticket',
  ])
  expect(visibleAudiences('instructor')).toEqual(['instructors'])
})

test('an organizer sees those too, but no answers that were asked for finance, the visa desk or totals', () => {
  expect(visibleFields('organizer')).toEqual(expect.arrayContaining(['email', 'code']))
  expect(visibleAudiences('organizer')).toEqual(['organizers', 'instructors'])
})
