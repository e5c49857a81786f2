import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountSeats, PARTS } from '#app/participants/accounting/account-seats.ts'
import { whyNotBought } from '#app/participants/accounting/why-not-bought.ts'
import { NOW } from '#tests/support/now.ts'
import { addMinutes } from '#app/values/moment.ts'

const count = fc.nat(500)

test('the parts always add up to the size and what goes beyond it', () => {
  const use = fc.record({ confirmed: count, held: count, offered: count, blocked: count, changing: count })
  fc.assert(
    fc.property(count, use, (size, parts) => {
      const account = accountSeats({ size }, parts)
      const sum = PARTS.reduce((all, part) => all + account[part], 0)
      expect(sum).toBe(account.size + account.over)
      expect(account.free === 0 || account.over === 0).toBe(true)
    }),
  )
})

const EVENT = {
  status: 'published' as const,
  postponedAt: null,
  admission: 'registration' as const,
  startsAt: addMinutes(NOW, 10_000),
  endsAt: addMinutes(NOW, 20_000),
  currency: 'USD',
}
const TYPE = {
  admission: 'open' as const,
  isHidden: 0 as const,
  isClosed: 0 as const,
  onSaleFromAt: null,
  onSaleUntilAt: null,
  steps: [],
}
const POOL = { name: 'Hall', size: 10, overBy: 0, taken: 3, waiting: 0 }

test('a ticket on sale has no reason against it, any other has all of them', () => {
  const why = (event: object, type: object, pools = [POOL]) =>
    whyNotBought({ ...EVENT, ...event }, { ...TYPE, ...type }, pools, NOW).map(({ code }) => code)
  expect(why({}, {})).toEqual([])
  expect(why({ status: 'draft' }, { isClosed: 1, isHidden: 1 })).toEqual(['not-published', 'hidden', 'closed'])
  expect(why({}, { onSaleFromAt: addMinutes(NOW, 1) })).toEqual(['later'])
  expect(why({}, { onSaleUntilAt: NOW })).toEqual(['ended'])
  expect(why({}, { admission: 'code' })).toEqual(['code'])
  const elapsed = { kind: 'early' as const, currency: 'USD', amountMinor: 1, startsAt: null, endsAt: NOW }
  expect(why({}, { steps: [elapsed] })).toEqual(['no-price'])
  expect(why({}, {}, [{ ...POOL, taken: 10 }])).toEqual(['full'])
  expect(why({}, {}, [{ ...POOL, taken: 10, overBy: 1 }])).toEqual([])
  expect(why({}, {}, [{ ...POOL, waiting: 2 }])).toEqual(['waited-for'])
})
