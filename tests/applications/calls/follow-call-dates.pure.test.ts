import { expect, test } from 'vitest'
import { callDates } from '#app/applications/calls/follow-call-dates.server.ts'

const NOW = '2027-02-01T00:00:00.000Z'
const day = (on: string) => `2027-${on}T00:00:00.000Z`
const call = (given: object) => ({
  kind: 'admission' as const,
  status: 'open' as const,
  opensAt: day('01-10'),
  closesAt: day('03-01'),
  ...given,
})

test('the first opening and the last closing of the open calls of a kind', () => {
  const calls = [
    call({}),
    call({ opensAt: day('01-05'), closesAt: day('02-20') }),
    call({ kind: 'scholarship', closesAt: day('06-01') }),
  ]
  expect(callDates(calls, 'admission', NOW)).toEqual({ opensAt: day('01-05'), closesAt: day('03-01') })
  expect(callDates(calls, 'scholarship', NOW)).toEqual({ opensAt: day('01-10'), closesAt: day('06-01') })
  expect(callDates([call({ kind: 'both' })], 'scholarship', NOW)).not.toBeNull()
  expect(callDates([call({})], 'scholarship', NOW)).toBeNull()
  expect(callDates([call({ closesAt: null }), call({})], 'admission', NOW)!.closesAt).toBeNull()
})

test('what is over stays over: one that ended, was closed or called off never reads as open', () => {
  const ended = call({ closesAt: day('01-20') })
  expect(callDates([ended], 'admission', NOW)).toEqual({ opensAt: day('01-10'), closesAt: day('01-20') })
  const cancelled = call({ status: 'cancelled', opensAt: day('04-01'), closesAt: NOW })
  expect(callDates([cancelled], 'admission', NOW)).toEqual({ opensAt: NOW, closesAt: NOW })
  expect(callDates([ended, call({})], 'admission', NOW)).toEqual({ opensAt: day('01-10'), closesAt: day('03-01') })
})
