import { expect, test } from 'vitest'
import { answerTime } from '#app/applications/offers/answer-time.ts'
import { ownShare } from '#app/applications/offers/own-share.ts'

const at = (day: string, time = '00:00') => `2027-${day}T${time}:00.000Z`
const waves = [
  { number: 1, startsAt: at('03-22'), answerUntilAt: at('03-30') },
  { number: 2, startsAt: at('03-30'), answerUntilAt: at('04-06') },
  { number: 3, startsAt: at('04-06'), answerUntilAt: at('04-13') },
]
const call = { offerHours: 168, noOffersAfterAt: at('04-13'), waves }
const event = { startsAt: at('06-13') }

test.each([
  ['before the first wave: its own end', at('03-20'), { wave: 1, untilAt: at('03-30') }],
  ['inside a wave', at('04-01'), { wave: 2, untilAt: at('04-06') }],
  ['the moment one ends is the next', at('04-06'), { wave: 3, untilAt: at('04-13') }],
  ['too near the last day', at('04-12', '23:30'), null],
  ['after the last day', at('04-20'), null],
])('%s', (_name, now, expected) => {
  expect(answerTime(call, event, now)).toEqual(expected)
})

test('without waves it is so many hours, cut at the last day and at the beginning of the event', () => {
  const plain = { ...call, waves: [] }
  expect(answerTime(plain, event, at('04-01'))).toEqual({ wave: 1, untilAt: at('04-08') })
  expect(answerTime(plain, event, at('04-10'))).toEqual({ wave: 1, untilAt: at('04-13') })
  expect(answerTime({ ...plain, noOffersAfterAt: null }, event, at('06-11'))).toEqual({ wave: 1, untilAt: at('06-13') })
})

test('what somebody still pays: the ticket without the fee part, and the stated costs that are not met', () => {
  const ticket = { amountMinor: 110_000, currency: 'USD' }
  const fee = { kind: 'fee', amountMinor: 90_000, currency: 'USD' }
  const travel = { kind: 'travel', amountMinor: 100_000, currency: 'USD' }
  const none = { askedMinor: null, askedCurrency: null }
  expect(ownShare({ ticket, given: [fee], asked: none })).toEqual({ amountMinor: 20_000, currency: 'USD' })
  expect(ownShare({ ticket: null, given: [travel], asked: { askedMinor: 130_000, askedCurrency: 'USD' } })).toEqual({
    amountMinor: 30_000,
    currency: 'USD',
  })
  expect(ownShare({ ticket: null, given: [], asked: none })).toBeNull()
})
