import { describe, expect, test } from 'vitest'
import {
  financeReach,
  type HeldRole,
  isAdministrator,
  isNowhere,
  mayOrganize,
  organizedReach,
  taughtReach,
  taughtTracks,
} from '#app/people/rights.ts'

const EVENT = { id: 'event-1', seriesId: 'ntw' }

function held(role: HeldRole['role'], scope: HeldRole['scope'], scopeId = '', trackId = ''): HeldRole {
  return { role, scope, scopeId, trackId }
}

test.each<[string, HeldRole[], boolean, string[] | 'all']>([
  ['nobody', [], false, []],
  ['an administrator', [held('administrator', 'installation')], true, 'all'],
  ['an organizer of the series', [held('organizer', 'series', 'ntw')], true, 'all'],
  ['an organizer of another series', [held('organizer', 'series', 'inet')], false, []],
  ['an organizer of the event', [held('organizer', 'event', 'event-1')], true, 'all'],
  ['an organizer of another event', [held('organizer', 'event', 'event-2')], false, []],
  ['an organizer of an event whose id is the series’', [held('organizer', 'event', 'ntw')], false, []],
  ['an instructor of the event', [held('instructor', 'event', 'event-1')], false, 'all'],
  ['an instructor of the series', [held('instructor', 'series', 'ntw')], false, 'all'],
  ['an instructor of one track', [held('instructor', 'event', 'event-1', 't2')], false, ['t2']],
  [
    'an instructor of two tracks',
    [held('instructor', 'event', 'event-1', 't2'), held('instructor', 'event', 'event-1', 't4')],
    false,
    ['t2', 't4'],
  ],
  ['an instructor of a track of another event', [held('instructor', 'event', 'event-2', 't2')], false, []],
  ['a reviewer of the series', [held('reviewer', 'series', 'ntw')], false, []],
  ['the front desk', [held('front-desk', 'event', 'event-1')], false, []],
  ['finance', [held('finance', 'installation')], false, []],
])('%s', (_name, roles, organizes, tracks) => {
  expect(mayOrganize(roles, EVENT)).toBe(organizes)
  expect(taughtTracks(roles, EVENT)).toEqual(tracks)
})

describe('reach over many events', () => {
  test('an administrator reaches all', () => {
    const roles = [held('administrator', 'installation')]
    expect([organizedReach(roles), taughtReach(roles), financeReach(roles)]).toEqual(['all', 'all', 'all'])
  })

  test('organizers teach where they organize; instructors do not organize', () => {
    const roles = [held('organizer', 'series', 'ntw'), held('instructor', 'event', 'event-9', 't2')]
    expect(organizedReach(roles)).toEqual({ seriesIds: ['ntw'], eventIds: [] })
    expect(taughtReach(roles)).toEqual({ seriesIds: ['ntw'], eventIds: ['event-9'] })
    expect(isNowhere(financeReach(roles))).toBe(true)
  })

  test('an administrator is one of the installation only', () => {
    expect(isAdministrator([held('administrator', 'series', 'ntw')])).toBe(false)
  })
})
