import { describe, expect, it } from 'vitest'
import { datesThatMatter } from '#app/events/dates-that-matter.ts'
import type { EventView, PriceStep, TicketView } from '#app/events/event-view.ts'
import { lastMinuteOf, priceTable } from '#app/events/price-table.ts'

const MARCH = '2027-03-01T00:00:00.000Z'
const APRIL = '2027-04-01T00:00:00.000Z'
const JUNE = '2027-06-01T00:00:00.000Z'

function step(
  kind: PriceStep['kind'],
  amountMinor: number,
  startsAt: string | null,
  endsAt: string | null,
  currency = 'USD',
): PriceStep {
  return { kind, amountMinor, currency, startsAt, endsAt }
}

function ticket(code: string, steps: PriceStep[], given: Partial<TicketView> = {}): TicketView {
  return {
    code,
    trackId: null,
    admission: 'open',
    attendance: 'onsite',
    isHidden: 0,
    isAddon: 0,
    isClosed: 0,
    onSaleFromAt: null,
    onSaleUntilAt: null,
    text: { language: 'en', name: code, description: '' },
    quotas: [],
    steps,
    ...given,
  }
}

const STEPPED = ticket('FULL', [
  step('early', 252_000, MARCH, APRIL, 'RWF'),
  step('early', 45_000, MARCH, APRIL),
  step('late', 65_000, APRIL, JUNE),
])

describe('priceTable', () => {
  it('has a column a window, the present one marked', () => {
    const { columns, rows } = priceTable([STEPPED], 'USD', '2027-03-15T00:00:00.000Z')
    expect(columns.map(({ kind, isNow }) => [kind, isNow])).toEqual([
      ['early', true],
      ['late', false],
    ])
    expect(rows[0]!.cells[0]!.map(({ currency }) => currency)).toEqual(['USD', 'RWF'])
  })

  it('changes windows at the very moment', () => {
    const present = (now: string) => priceTable([STEPPED], 'USD', now).columns.find(({ isNow }) => isNow)?.kind
    expect(present('2027-02-28T23:59:59.999Z')).toBeUndefined()
    expect(present(MARCH)).toBe('early')
    expect(present('2027-03-31T23:59:59.999Z')).toBe('early')
    expect(present(APRIL)).toBe('late')
    expect(present(JUNE)).toBeUndefined()
  })

  it('says one price and free in every column, and tells not sold from free', () => {
    const { rows } = priceTable(
      [
        STEPPED,
        ticket('REMOTE', [step('only', 4000, null, null)]),
        ticket('FREE', []),
        ticket('ZERO', [step('only', 0, null, null)]),
        ticket('DAY', [step('late', 100, APRIL, JUNE)]),
      ],
      'USD',
      MARCH,
    )
    expect(rows.map(({ cells }) => cells.map((prices) => prices?.length ?? null))).toEqual([
      [2, 1],
      [1, 1],
      [0, 0],
      [0, 0],
      [null, 1],
    ])
  })

  it('without windows has one column', () => {
    const { columns } = priceTable([ticket('A', [step('only', 100, null, null)])], 'USD', MARCH)
    expect(columns).toEqual([{ kind: 'only', startsAt: null, endsAt: null, isNow: false }])
  })

  it('names midnight as the minute before, on the clock of the event', () => {
    expect(lastMinuteOf('2027-03-31T22:00:00.000Z', 'Africa/Kigali')).toBe('2027-03-31T21:59:00.000Z')
    expect(lastMinuteOf('2027-03-31T21:59:00.000Z', 'Africa/Kigali')).toBe('2027-03-31T21:59:00.000Z')
    expect(lastMinuteOf('2027-03-31T22:00:00.000Z', 'Asia/Kathmandu')).toBe('2027-03-31T22:00:00.000Z')
  })
})

describe('datesThatMatter', () => {
  const event = {
    postponedAt: null,
    startsOn: '2027-06-21',
    startsAt: '2027-06-21T00:00:00.000Z',
    endsAt: '2027-06-26T00:00:00.000Z',
    admission: 'registration',
    applyFromAt: null,
    applyUntilAt: null,
    scholarshipFromAt: '2027-01-01T00:00:00.000Z',
    scholarshipUntilAt: '2027-02-01T00:00:00.000Z',
    tickets: [{ ...STEPPED, onSaleUntilAt: '2027-06-20T00:00:00.000Z' }],
  } as unknown as EventView

  it('is in order, with what is next', () => {
    expect(datesThatMatter(event, '2027-02-15T00:00:00.000Z').map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'scholarshipOpens done',
      'scholarshipCloses done',
      'earlyEnds current',
      'saleCloses next',
      'begins next',
      'ends next',
    ])
  })

  it('says nothing of what is over or has no day', () => {
    expect(datesThatMatter(event, '2027-06-26T00:00:00.000Z')).toEqual([])
    expect(datesThatMatter({ ...event, startsOn: '1995' }, '1990-01-01T00:00:00.000Z')).toEqual([])
  })
})
