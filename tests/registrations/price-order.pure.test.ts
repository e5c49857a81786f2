import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aBundle, aGroup, anOffer, aTax, aType, aVoucher, orderOf } from './an-offer.ts'
import type { Offered } from '#app/registrations/offered.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { priceOrder } from '#app/registrations/prices/price-order.ts'
import { decimalsOf } from '#app/values/money.ts'

const NOW = '2027-02-01T12:00:00.000Z'

const price = (order: PlaceOrder, offered: Offered = anOffer(), now = NOW) =>
  priceOrder({ order, offered, vouchers: offered.vouchers, now })

const amounts = (order: PlaceOrder, offered?: Offered) =>
  price(order, offered).lines.map(({ at, kind, amountMinor }) => [at, kind, amountMinor])

const codes = (order: PlaceOrder, offered?: Offered, now?: string) =>
  price(order, offered, now).refusals.map(({ code }) => code)

describe('price steps', () => {
  // 31 March ends in Kigali, in UTC and Anywhere on Earth at three moments: the step ends at its own.
  test.each([
    ['Africa/Kigali', '2027-03-31T22:00:00.000Z'],
    ['UTC', '2027-04-01T00:00:00.000Z'],
    ['AoE', '2027-04-01T12:00:00.000Z'],
  ])('end at their own moment, set in %s', (closesZone, endsAt) => {
    const early = { kind: 'early' as const, currency: 'USD', amountMinor: 450_00, startsAt: null, endsAt, closesZone }
    const late = { ...early, kind: 'standard' as const, amountMinor: 550_00, startsAt: endsAt, endsAt: null }
    const offered = anOffer({ types: [aType('full', [early, late])] })
    const before = new Date(Date.parse(endsAt) - 1).toISOString()
    expect(price(orderOf(['full']), offered, before).due).toEqual({ amountMinor: 450_00, currency: 'USD' })
    expect(price(orderOf(['full']), offered, endsAt).due).toEqual({ amountMinor: 550_00, currency: 'USD' })
    const held = orderOf(['full'], { reservation: { id: 'offer', pricedAt: before } })
    expect(price(held, offered, endsAt).due).toEqual({ amountMinor: 450_00, currency: 'USD' })
    const typed = orderOf([{ shown: { amountMinor: 450_00, currency: 'USD' } }])
    expect(price(typed, offered, endsAt).refusals).toEqual([
      { code: 'price-changed', field: 'tickets.FULL', details: { ticket: 'full', price: 'US$550' } },
    ])
  })

  test('are in the currency that was chosen, by the organizer’s own list, never converted', () => {
    const offered = anOffer({ types: [aType('full', { USD: 180_00, RWF: 252_000 }), aType('day', { USD: 200_00 })] })
    expect(price(orderOf(['full'], { currency: 'RWF' }), offered).due).toEqual({
      amountMinor: 252_000,
      currency: 'RWF',
    })
    expect(price(orderOf(['full', 'day'], { currency: 'RWF' }), offered).refusals).toEqual([
      { code: 'currency', field: 'tickets.DAY', details: { ticket: 'day', currency: 'RWF' } },
    ])
  })
})

describe('a bundle', () => {
  const types = [aType('am', { USD: 90_00 }), aType('pm', { USD: 90_00 }), aType('am-2', { USD: 100_00 })]
  const offered = anOffer({ types, event: { priceRules: [aBundle([['am', 'am-2'], ['pm']], { USD: 150_00 })] } })
  const one = { email: 'one@example.org' }

  test('costs its price for one person’s seats, shared between them', () => {
    const order = orderOf([
      { ...one, ticketTypeId: 'am' },
      { ...one, ticketTypeId: 'pm' },
    ])
    expect(amounts(order, offered)).toEqual([
      [0, 'ticket', 90_00],
      [0, 'bundle', -15_00],
      [1, 'ticket', 90_00],
      [1, 'bundle', -15_00],
    ])
  })

  test('is not made of two people’s seats, and takes the dearest of a part', () => {
    expect(price(orderOf(['am', 'pm']), offered).due?.amountMinor).toBe(180_00)
    const three = orderOf(['am', 'am-2', 'pm'].map((ticketTypeId) => ({ ...one, ticketTypeId })))
    expect(price(three, offered).due?.amountMinor).toBe(150_00 + 90_00)
  })

  test('counts add-ons with the main ticket that they name as one person’s', () => {
    const order = orderOf([
      { isUnnamed: true, email: '', fullName: '' },
      { ticketTypeId: 'am', mainAt: 0, email: '', isUnnamed: true },
      { ticketTypeId: 'pm', mainAt: 0, email: '', isUnnamed: true },
    ])
    const withMain = anOffer({
      types: [aType('full', { USD: 0 }), ...types],
      event: { priceRules: [aBundle([['am'], ['pm']], { USD: 150_00 })] },
    })
    expect(price(order, withMain).due?.amountMinor).toBe(150_00)
  })
})

describe('a group price', () => {
  const group = aGroup({ of: ['full', 'week'] })
  const types = [aType('full', { USD: 900_00 }), aType('week', { USD: 1200_00 }), aType('student', { USD: 450_00 })]
  const offered = (vouchers: Parameters<typeof anOffer>[0]) =>
    anOffer({ types, event: { priceRules: [group] }, ...vouchers })

  test('lowers the seats of its types from its minimum of people on', () => {
    expect(price(orderOf(['full', 'full', 'full', 'full', 'student']), offered({})).due?.amountMinor).toBe(4050_00)
    const five = orderOf(['full', 'full', 'full', 'full', 'week', 'student'])
    expect(price(five, offered({})).due?.amountMinor).toBe(4 * 810_00 + 1080_00 + 450_00)
  })

  test('counts people, not tickets', () => {
    const same = { email: 'one@example.org' }
    const order = orderOf([same, { ...same, ticketTypeId: 'week' }, 'full', 'full', 'full'])
    expect(price(order, offered({})).due?.amountMinor).toBe(4 * 900_00 + 1200_00)
  })

  test('and a voucher are not combined: the better of the two holds, seat by seat', () => {
    const vouchers = [aVoucher('HALF', { percentOff: 50_00 }, { maximumUses: 1 })]
    const order = orderOf(['full', 'full', 'full', 'full', 'full'], { voucherCodes: ['half'] })
    const priced = price(order, offered({ vouchers }))
    expect(priced.due?.amountMinor).toBe(4 * 810_00 + 450_00)
    expect(priced.uses).toHaveLength(1)
    const small = [aVoucher('FIVE', { percentOff: 5_00 })]
    const kept = price(
      orderOf(['full', 'full', 'full', 'full', 'full'], { voucherCodes: ['five'] }),
      offered({ vouchers: small }),
    )
    expect(kept.due?.amountMinor).toBe(5 * 810_00)
    expect(kept.uses).toEqual([])
    expect(kept.refusals).toEqual([])
  })

  test('and a voucher are combined where the rule allows it', () => {
    const priceRules = [{ ...group, isCombinable: 1 as const }]
    const vouchers = [aVoucher('HALF', { percentOff: 50_00 })]
    const order = orderOf(['full', 'full', 'full', 'full', 'full'], { voucherCodes: ['half'] })
    // Half of what the group leaves.
    expect(price(order, anOffer({ types, vouchers, event: { priceRules } })).due?.amountMinor).toBe(5 * 405_00)
  })
})

describe('a voucher', () => {
  const types = [aType('full', { USD: 100_00 }), aType('day', { USD: 40_00 })]
  const offered = (...vouchers: ReturnType<typeof aVoucher>[]) => anOffer({ types, vouchers })

  test.each([
    ['a fixed price', { effect: 'price' as const, amounts: new Map([['USD', 60_00]]) }, 60_00 + 40_00],
    ['a percentage', { effect: 'percentage' as const, percentOff: 33_33 }, 66_67 + 26_67],
    ['an amount for each person', { effect: 'amount' as const, amounts: new Map([['USD', 50_00]]) }, 50_00],
    [
      'an amount for the order',
      { effect: 'amount' as const, appliesTo: 'order' as const, amounts: new Map([['USD', 50_00]]) },
      90_00,
    ],
    ['all of it', { effect: 'percentage' as const, percentOff: 100_00 }, 0],
    [
      'more than all of it',
      { effect: 'amount' as const, appliesTo: 'order' as const, amounts: new Map([['USD', 500_00]]) },
      0,
    ],
  ])('takes off %s', (_name, campaign, due) => {
    const priced = price(orderOf(['full', 'day'], { voucherCodes: ['c'] }), offered(aVoucher('C', campaign)))
    expect(priced.refusals).toEqual([])
    expect(priced.due?.amountMinor ?? 0).toBe(due)
  })

  test('is found however it is typed, and counted once', () => {
    const order = orderOf(['full'], { voucherCodes: [' inet-2027 ', 'INET 2027', ''] })
    const priced = price(order, offered(aVoucher('INET2027')))
    expect(priced.due?.amountMinor).toBe(90_00)
    expect(priced.uses).toHaveLength(1)
  })

  test('serves as many people as it has uses left, the dearest seats first', () => {
    const voucher = aVoucher('C', { percentOff: 50_00 }, { maximumUses: 3, used: 2 })
    expect(amounts(orderOf(['day', 'full'], { voucherCodes: ['C'] }), offered(voucher))).toEqual([
      [0, 'ticket', 40_00],
      [1, 'ticket', 100_00],
      [1, 'voucher', -50_00],
    ])
  })

  test('bound to an address serves that person only', () => {
    const voucher = aVoucher('C', { percentOff: 100_00 }, { emailKey: 'person-1@example.org' })
    const order = orderOf(['full', 'full'], { voucherCodes: ['C'] })
    expect(price(order, offered(voucher)).uses).toMatchObject([{ at: 1 }])
    expect(codes(orderOf(['full'], { voucherCodes: ['C'] }), offered(voucher))).toEqual(['voucher-not-yours'])
  })

  test.each([
    ['unknown', 'voucher-unknown', {}, { code: 'OTHER' }],
    ['disabled', 'voucher-unknown', {}, { isDisabled: 1 as const }],
    ['of a campaign that was stopped', 'voucher-unknown', { isDisabled: 1 as const }, {}],
    ['of another event', 'voucher-unknown', {}, { eventId: 'other' }],
    ['not begun', 'voucher-not-begun', { startsAt: '2027-02-01T12:00:00.001Z' }, {}],
    ['expired at this very moment', 'voucher-expired', { endsAt: NOW }, {}],
    ['used up', 'voucher-used', {}, { maximumUses: 2, used: 2 }],
    ['for another ticket type', 'voucher-not-for-this', { ticketTypeIds: ['day'] }, {}],
    [
      'without an amount in the currency',
      'voucher-not-for-this',
      { effect: 'price' as const, amounts: new Map([['EUR', 1]]) },
      {},
    ],
  ])('that is %s is refused as %s', (_name, code, campaign, given) => {
    const priced = price(orderOf(['full'], { voucherCodes: ['c'] }), offered(aVoucher('C', campaign, given)))
    expect(priced.refusals).toEqual([{ code, field: 'voucherCodes', details: { code: 'C' } }])
  })

  test('and another one do not lower one seat unless both may', () => {
    const order = orderOf(['full'], { voucherCodes: ['A', 'B'] })
    const [a, b] = [aVoucher('A'), aVoucher('B')]
    expect(codes(order, offered(a, b))).toEqual(['voucher-not-combinable'])
    const both = [aVoucher('A', { isCombinable: 1 }), aVoucher('B', { isCombinable: 1 })]
    expect(price(order, offered(...both)).due?.amountMinor).toBe(81_00)
  })

  test('is applied in the same way in whatever order codes are typed', () => {
    const tenth = aVoucher('B', { isCombinable: 1 })
    const ten = aVoucher('A', { isCombinable: 1, effect: 'amount', amounts: new Map([['USD', 10_00]]) })
    const due = (...voucherCodes: string[]) => price(orderOf(['full'], { voucherCodes }), offered(tenth, ten)).due
    expect(due('A', 'B')).toEqual({ amountMinor: 80_00, currency: 'USD' })
    expect(due('B', 'A')).toEqual({ amountMinor: 80_00, currency: 'USD' })
  })

  test('opens what is hidden or wants a code, one use a person', () => {
    const hidden = [aType('grant', {}, { isHidden: 1, admission: 'code' })]
    const voucher = aVoucher('C', { effect: 'access', opensHidden: 1, ticketTypeIds: ['grant'] }, { maximumUses: 1 })
    const offer = anOffer({ types: hidden, vouchers: [voucher] })
    expect(codes(orderOf(['grant']), offer)).toEqual(['ticket-unknown'])
    expect(codes(orderOf(['grant'], { voucherCodes: ['C'] }), offer)).toEqual([])
    expect(codes(orderOf(['grant', 'grant'], { voucherCodes: ['C'] }), offer)).toEqual(['code-missing'])
    const plain = anOffer({ types: hidden, vouchers: [aVoucher('C', { ticketTypeIds: ['grant'] })] })
    expect(codes(orderOf(['grant'], { voucherCodes: ['C'] }), plain)).toEqual(['code-missing'])
  })

  test('is the proof of a ticket type that asks for a code, when it was made for it', () => {
    const member = [aType('full-m', { USD: 80_00 }, { eligibility: 'member', proof: 'code' })]
    const offer = (...vouchers: ReturnType<typeof aVoucher>[]) => anOffer({ types: member, vouchers })
    expect(codes(orderOf(['full-m']), offer())).toEqual(['code-missing'])
    const any = aVoucher('C', { effect: 'access' })
    expect(codes(orderOf(['full-m'], { voucherCodes: ['C'] }), offer(any))).toEqual(['code-missing'])
    const made = aVoucher('C', { effect: 'access', ticketTypeIds: ['full-m'] })
    expect(codes(orderOf(['full-m'], { voucherCodes: ['C'] }), offer(made))).toEqual([])
  })

  test('that has expired is told instead of the seat that it does not open', () => {
    const hidden = [aType('grant', {}, { isHidden: 1, admission: 'code' })]
    const voucher = aVoucher('C', { effect: 'access', opensHidden: 1, endsAt: NOW })
    const offer = anOffer({ types: hidden, vouchers: [voucher] })
    expect(codes(orderOf(['grant'], { voucherCodes: ['C'] }), offer)).toEqual(['voucher-expired'])
  })
})

describe('tax', () => {
  const types = [aType('full', { USD: 118_00, KWD: 10_005 }), aType('book', { USD: 100_00 }, { taxRuleId: 'low' })]

  test('is part of the price, or is added to it', () => {
    const inclusive = price(orderOf(['full']), anOffer({ types, event: { taxRules: [aTax(18_00)] } }))
    expect(inclusive.lines).toMatchObject([{ amountMinor: 118_00, taxMinor: 18_00, taxRate: 18_00, taxName: 'VAT' }])
    const exclusive = price(
      orderOf(['full']),
      anOffer({ types, event: { taxRules: [aTax(18_00, { isInclusive: 0 })] } }),
    )
    expect(exclusive.lines).toMatchObject([{ amountMinor: 139_24, taxMinor: 21_24 }])
  })

  test('is the ticket type’s own where it names a rule', () => {
    const taxRules = [aTax(20_00), aTax(5_00, { id: 'low', isDefault: 0, isInclusive: 0 })]
    expect(price(orderOf(['full', 'book']), anOffer({ types, event: { taxRules } })).lines).toMatchObject([
      { amountMinor: 118_00, taxRate: 20_00 },
      { amountMinor: 105_00, taxRate: 5_00, taxMinor: 5_00 },
    ])
  })

  test('of a seat that is free in the end is nothing, however it was rounded on the way', () => {
    const taxRules = [aTax(18_00, { isInclusive: 0 })]
    const vouchers = ['A', 'B', 'C'].map((code) =>
      aVoucher(code, { effect: 'amount', isCombinable: 1, amounts: new Map([['USD', 1]]) }),
    )
    const offered = anOffer({ types: [aType('full', { USD: 3 })], vouchers, event: { taxRules } })
    const priced = price(orderOf(['full'], { voucherCodes: ['A', 'B', 'C'] }), offered)
    expect(priced.due).toBeNull()
    expect(priced.lines.reduce((sum, { taxMinor }) => sum + taxMinor, 0)).toBe(0)
  })

  describe('is the payer’s at home', () => {
    const payer = { name: 'Example GmbH', country: 'DE', taxNumber: 'DE 123456789' }
    const event = { taxRules: [aTax(18_00, { allowsReverseCharge: 1 })] }

    test('where the rule allows it and a business of another country gives its number', () => {
      const priced = price(orderOf(['full'], { payer }), anOffer({ types, event }))
      expect(priced.isReverseCharge).toBe(true)
      expect(priced.lines).toMatchObject([
        { amountMinor: 100_00, taxMinor: 0, taxRate: 0, taxNote: 'Reverse charge', taxName: 'VAT' },
      ])
    })

    test.each([
      ['in the issuer’s own country', { ...payer, country: 'RW', taxNumber: '123456789' }, {}],
      ['in the country of the host’s office', payer, { issuerCountry: 'DE' }],
      ['without a number', { ...payer, taxNumber: null }, {}],
      ['with a number of another form', { ...payer, taxNumber: 'DE12345' }, {}],
      ['where the rule does not allow it', payer, { taxRules: [aTax(18_00)] }],
    ])('but not %s', (_name, payer, given) => {
      const priced = price(orderOf(['full'], { payer }), anOffer({ types, event: { ...event, ...given } }))
      expect(priced.isReverseCharge).toBe(false)
      expect(priced.lines).toMatchObject([{ amountMinor: 118_00, taxMinor: 18_00 }])
    })
  })
})

describe('the currencies of the world', () => {
  // Price 12,345 minor units, a tenth off (−1,234.5), then 18 % added: each rounded half away from zero, in whole units.
  test.each(['JPY', 'UGX', 'ISK', 'MGA', 'KWD', 'XOF', 'HUF', 'TWD'])('%s', (currency) => {
    const offered = anOffer({
      types: [aType('full', { [currency]: 12_345 })],
      vouchers: [aVoucher('C')],
      event: { currency, taxRules: [aTax(18_00, { isInclusive: 0 })] },
    })
    const priced = price(orderOf(['full'], { voucherCodes: ['C'] }), offered)
    expect(priced.lines.map(({ amountMinor, taxMinor }) => [amountMinor, taxMinor])).toEqual([
      [12_345 + 2_222, 2_222],
      [-1_235 - 222, -222],
    ])
    expect(priced.due).toEqual({ amountMinor: 13_110, currency })
    expect([0, 2, 3]).toContain(decimalsOf(currency))
  })
})

describe('whatever is ordered', () => {
  const vouchers = [
    aVoucher('ALL', { appliesTo: 'order', effect: 'amount', amounts: new Map([['USD', 70_01]]) }),
    aVoucher('TENTH', { percentOff: 10_01, isCombinable: 1 }, { maximumUses: 3 }),
    aVoucher('FIX', {
      effect: 'price',
      amounts: new Map([['USD', 33_33]]),
      isCombinable: 1,
      ticketTypeIds: ['a', 'b'],
    }),
  ]
  const types = [aType('a', { USD: 99_99 }), aType('b', { USD: 50_01 }), aType('c', { USD: 0 }), aType('d', { USD: 7 })]
  const order = fc.record({
    seats: fc.array(fc.record({ type: fc.constantFrom('a', 'b', 'c', 'd'), person: fc.nat(3) }), {
      minLength: 1,
      maxLength: 9,
    }),
    codes: fc.subarray(['ALL', 'TENTH', 'FIX']),
    rate: fc.constantFrom(0, 5_50, 18_00, 100_00),
    isInclusive: fc.boolean(),
    isCombinable: fc.boolean(),
  })
  const priced = ({
    seats,
    codes,
    rate,
    isInclusive,
    isCombinable,
  }: Parameters<Parameters<typeof order.map>[0]>[0]) => {
    const offered = anOffer({
      types,
      vouchers,
      event: {
        taxRules: [aTax(rate, { isInclusive: isInclusive ? 1 : 0 })],
        priceRules: [
          aGroup({ of: ['a', 'd'], minimum: 2, percentOff: 12_34, isCombinable: isCombinable ? 1 : 0 }),
          aBundle([['a'], ['b']], { USD: 120_00 }),
        ],
      },
    })
    const people = seats.map(({ type, person }) => ({ ticketTypeId: type, email: `${person}@example.org` }))
    return price(orderOf(people, { voucherCodes: codes }), offered)
  }

  test('every seat costs nothing or more, its tax is within it, and the order is the sum of its lines', () => {
    fc.assert(
      fc.property(order, (one) => {
        const { lines, due } = priced(one)
        const sum = lines.reduce((total, { amountMinor }) => total + amountMinor, 0)
        expect(due?.amountMinor ?? 0).toBe(sum)
        for (const own of Map.groupBy(lines, ({ at }) => at).values()) {
          const owed = own.reduce((total, { amountMinor }) => total + amountMinor, 0)
          const tax = own.reduce((total, { taxMinor }) => total + taxMinor, 0)
          expect(owed).toBeGreaterThanOrEqual(0)
          expect(tax).toBeGreaterThanOrEqual(0)
          expect(tax).toBeLessThanOrEqual(owed)
          for (const { kind, amountMinor, taxMinor } of own)
            if (kind !== 'ticket') expect([amountMinor <= 0, taxMinor <= 0]).toEqual([true, true])
        }
      }),
      { seed: 2027, numRuns: 1000 },
    )
  })

  test('the order of people and codes does not change the sum', () => {
    fc.assert(
      fc.property(order, fc.infiniteStream(fc.nat()), (one, numbers) => {
        const shuffled = <T>(list: T[]) =>
          list
            .map((value) => ({ value, by: numbers.next().value as number }))
            .toSorted((a, b) => a.by - b.by)
            .map(({ value }) => value)
        const other = { ...one, seats: shuffled(one.seats), codes: shuffled(one.codes) }
        expect(priced(other).due).toEqual(priced(one).due)
      }),
      { seed: 2027, numRuns: 1000 },
    )
  })
})
