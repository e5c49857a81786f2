import { describe, expect, it } from 'vitest'
import { costOfSeats, ofPresentSeats, type SeatLine, takeOff } from '#app/registrations/changes/seat-lines.ts'

const line = (registrationId: string | null, amountMinor: number, tax: Partial<SeatLine> = {}): SeatLine => ({
  registrationId,
  kind: 'ticket',
  ticketTypeId: 't',
  description: '',
  amountMinor,
  currency: 'USD',
  taxName: null,
  taxRate: 0,
  taxMinor: 0,
  taxNote: null,
  ...tax,
})

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

describe('the cost of a seat', () => {
  it('has its own discounts, and its part of those on the whole order', () => {
    const lines = [line('a', 90_000), line('a', -10_000), line('b', 40_000), line(null, -1000)]
    expect(costOfSeats(lines)).toEqual(
      new Map([
        ['a', 79_333],
        ['b', 39_667],
      ]),
    )
  })

  it('is free where nothing was paid', () => {
    expect(costOfSeats([line('a', 0)])).toEqual(new Map([['a', 0]]))
  })
})

describe('the lines of a seat', () => {
  it('go with it to whoever takes it over, again and again', () => {
    const seats = [
      { id: 'a', replacesId: null },
      { id: 'b', replacesId: 'a' },
      { id: 'c', replacesId: 'b' },
      { id: 'd', replacesId: null },
    ]
    const lines = ofPresentSeats([line('a', 100), line('b', -20), line('d', 50), line(null, -1)], seats)
    expect(lines.map(({ registrationId }) => registrationId)).toEqual(['c', 'c', 'd', null])
  })
})

describe('taking off', () => {
  it('takes back each tax by its own part', () => {
    const lines = [
      line('a', 11_800, { taxName: 'VAT', taxRate: 1800, taxMinor: 1800 }),
      line('a', 5000, { taxName: 'VAT', taxRate: 0, taxMinor: 0 }),
    ]
    expect(takeOff(lines, 16_800)).toMatchObject([
      { amountMinor: -11_800, taxRate: 1800, taxMinor: -1800 },
      { amountMinor: -5000, taxRate: 0, taxMinor: 0 },
    ])
    const half = takeOff(lines, 8400)
    expect(sum(half.map(({ amountMinor }) => amountMinor))).toBe(-8400)
    expect(half[0]).toMatchObject({ amountMinor: -5900, taxMinor: -900 })
  })

  it('takes nothing off for nothing', () => {
    expect(takeOff([line('a', 0)], 0)).toEqual([])
  })
})
