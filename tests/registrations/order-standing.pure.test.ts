import { expect, test } from 'vitest'
import { type Standing, standingOf } from '#app/registrations/order-standing.ts'
import type { AttemptState, RegistrationState } from '#db/schema.ts'

const DUE_AT = '2027-01-15T00:00:00.000Z'

interface Given {
  attempts?: AttemptState[]
  refunded?: number
  dueAt?: string | null
}

const CASES: [states: RegistrationState[], due: number, paid: number, given: Given, standing: Standing][] = [
  [['held'], 100, 0, {}, 'held'],
  [['held', 'held'], 100, 0, { attempts: ['failed', 'expired'] }, 'held'],
  [['held'], 100, 0, { attempts: ['open'] }, 'held'],
  [['held'], 100, 0, { attempts: ['unknown'] }, 'checking'],
  [['held'], 100, 0, { attempts: ['processing'] }, 'checking'],
  [['held'], 100, 0, { dueAt: DUE_AT }, 'awaiting'],
  [['held'], 60, 40, { dueAt: DUE_AT }, 'part-paid'],
  [['held'], 60, 40, { attempts: ['processing'] }, 'checking'],
  [['confirmed'], 0, 0, {}, 'confirmed'],
  [['confirmed'], 0, 100, { attempts: ['paid'] }, 'confirmed'],
  [['confirmed'], 100, 0, {}, 'owing'],
  [['confirmed'], 100, 0, { dueAt: DUE_AT }, 'owing'],
  [['confirmed'], 60, 40, {}, 'part-paid'],
  [['confirmed'], -20, 120, {}, 'overpaid'],
  [['confirmed', 'cancelled'], 0, 100, {}, 'part'],
  [['confirmed', 'transferred'], 0, 0, {}, 'confirmed'],
  [['confirmed', 'lapsed'], 0, 200, {}, 'late'],
  [['lapsed'], 100, 0, {}, 'lapsed'],
  [['lapsed', 'cancelled'], 100, 0, {}, 'lapsed'],
  [['lapsed'], 0, 100, {}, 'late'],
  [['cancelled'], 0, 100, {}, 'cancelled'],
  [['cancelled'], -100, 100, {}, 'cancelled'],
  [['cancelled'], 0, 0, { refunded: 100 }, 'refunded'],
  [['cancelled'], 0, 50, { refunded: 50 }, 'cancelled'],
]

test.each(CASES)('%j with %i due, %i paid and %j is %s', (states, due, paid, given, standing) => {
  const { attempts = [], refunded = 0, dueAt = null } = given
  const registrations = states.map((state) => ({ state }))
  const opened = attempts.map((state) => ({ state, wasOpened: true }))
  expect(standingOf({ registrations, due, paid, refunded, dueAt, attempts: opened })).toBe(standing)
})

test('a payment page that never opened is nothing to wait for', () => {
  const attempts = [{ state: 'unknown' as const, wasOpened: false }]
  const order = { registrations: [{ state: 'held' as const }], due: 100, paid: 0, refunded: 0, dueAt: null, attempts }
  expect(standingOf(order)).toBe('held')
})
