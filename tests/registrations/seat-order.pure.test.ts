import { expect, test } from 'vitest'
import { inSeatOrder } from '#app/registrations/naming/seat-order.ts'

const seat = (id: string, replacesId: string | null = null) => ({ id, replacesId })
const idsOf = (seats: { id: string }[]) => seats.map(({ id }) => id).join(' ')

test('seats come as the lines name them, each once', () => {
  const lines = ['b', 'a', 'b', null].map((registrationId) => ({ registrationId }))
  expect(idsOf(inSeatOrder([seat('a'), seat('b')], lines))).toBe('b a')
})

test('who took over a seat stands behind who had it, and so does who took it over from them', () => {
  const seats = [seat('d', 'c'), seat('b'), seat('c', 'a'), seat('a')]
  expect(idsOf(inSeatOrder(seats, [{ registrationId: 'a' }, { registrationId: 'b' }]))).toBe('a c d b')
})

test('seats that no line names come last', () => {
  expect(idsOf(inSeatOrder([seat('x'), seat('a')], [{ registrationId: 'a' }]))).toBe('a x')
})
