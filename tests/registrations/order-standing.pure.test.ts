import { expect, test } from 'vitest'
import { type Standing, standingOf } from '#app/registrations/order-standing.ts'
import type { AttemptState, RegistrationState } from '#db/schema.ts'

const CASES: [states: RegistrationState[], due: number, paid: number, attempts: AttemptState[], standing: Standing][] =
  [
    [['held'], 100, 0, [], 'held'],
    [['held', 'held'], 100, 0, ['failed', 'expired'], 'held'],
    [['held'], 100, 0, ['open'], 'held'],
    [['held'], 100, 0, ['unknown'], 'checking'],
    [['held'], 100, 0, ['processing'], 'checking'],
    [['confirmed'], 0, 0, [], 'confirmed'],
    [['confirmed'], 0, 100, ['paid'], 'confirmed'],
    [['confirmed'], 100, 0, [], 'owing'],
    [['confirmed', 'cancelled'], 0, 100, [], 'part'],
    [['confirmed', 'transferred'], 0, 0, [], 'part'],
    [['confirmed', 'lapsed'], 0, 200, [], 'late'],
    [['lapsed'], 100, 0, [], 'lapsed'],
    [['lapsed', 'cancelled'], 100, 0, [], 'lapsed'],
    [['lapsed'], 0, 100, [], 'late'],
    [['cancelled'], 0, 100, [], 'cancelled'],
  ]

test.each(CASES)('%j with %i due, %i paid and attempts %j is %s', (states, due, paid, attempts, standing) => {
  const registrations = states.map((state) => ({ state }))
  const order = { registrations, due, paid, attempts: attempts.map((state) => ({ state, wasOpened: true })) }
  expect(standingOf(order)).toBe(standing)
})

test('a payment page that never opened is nothing to wait for', () => {
  const attempts = [{ state: 'unknown' as const, wasOpened: false }]
  expect(standingOf({ registrations: [{ state: 'held' }], due: 100, paid: 0, attempts })).toBe('held')
})
