import { describe, expect, it } from 'vitest'
import type { ProviderMovement } from '#app/payments/gateway.ts'
import { compareMovements, type OurMovement } from '#app/payments/reconciliation/compare-movements.ts'

const PERIOD = {
  from: '2026-11-01T00:00:00.000Z',
  until: '2026-12-01T00:00:00.000Z',
  now: '2026-12-20T00:00:00.000Z',
}
const ours = (reference: string, change: Partial<OurMovement> = {}): OurMovement => ({
  kind: 'charge',
  reference,
  amount: {
    amountMinor: 12500,
    currency: 'USD',
  },
  at: '2026-11-10T12:00:00.000Z',
  orderCode: 'P7KQ-4M2X',
  ...change,
})
const theirs = (reference: string | null, change: Partial<ProviderMovement> = {}): ProviderMovement => ({
  id: `txn_${reference}`,
  kind: 'charge',
  reference,
  amount: {
    amountMinor: 12500,
    currency: 'USD',
  },
  fee: null,
  at: '2026-11-10T12:00:00.000Z',
  ...change,
})
const kinds = (one: OurMovement[], other: ProviderMovement[], period = PERIOD) => {
  const { agreed, differences } = compareMovements(one, other, period)
  return { agreed, kinds: differences.map(({ kind }) => kind) }
}

describe('what we have against what the provider has', () => {
  it('agrees on the same, in whatever order', () => {
    expect(kinds([ours('a'), ours('b')], [theirs('b'), theirs('a')])).toEqual({ agreed: 2, kinds: [] })
  })

  it('is not confused by a refund that bears the name of a charge', () => {
    expect(kinds([ours('a'), ours('a', { kind: 'refund' })], [theirs('a')]).kinds).toEqual(['ours-only'])
  })

  it.each<[string, OurMovement[], ProviderMovement[], string[]]>([
    ['ours, long ago', [ours('a')], [], ['ours-only']],
    ['ours, just now', [ours('a', { at: '2026-11-30T23:00:00.000Z' })], [], ['ours-pending']],
    ['theirs alone', [], [theirs('x')], ['theirs-made-there']],
    ['a refund of theirs', [], [theirs('re', { kind: 'refund' })], ['theirs-refund']],
    ['a dispute of theirs', [], [theirs('du', { kind: 'dispute' })], ['theirs-dispute']],
    ['a correction', [], [theirs(null, { kind: 'other' })], ['theirs-other']],
    ['fees and payouts', [], [theirs(null, { kind: 'fee' }), theirs(null, { kind: 'payout' })], []],
    ['another amount', [ours('a')], [theirs('a', { amount: { amountMinor: 1, currency: 'USD' } })], ['amount']],
    [
      'another currency',
      [ours('a')],
      [theirs('a', { amount: { amountMinor: 12_500, currency: 'EUR' } })],
      ['currency'],
    ],
    ['twice with them', [ours('a')], [theirs('a'), theirs('a', { id: 'again' })], ['twice']],
    ['ours at the edge', [ours('a')], [theirs('a', { at: '2026-10-31T23:59:59.000Z' })], ['ours-edge']],
    ['theirs at the edge', [ours('a', { at: '2026-12-01T00:00:01.000Z' })], [theirs('a')], ['theirs-edge']],
    ['both outside', [ours('a', { at: '2026-12-01T01:00:00.000Z' })], [theirs('a', { at: PERIOD.until })], []],
  ])('explains %s', (_, one, other, expected) => {
    const period = { ...PERIOD, now: one[0]?.at.startsWith('2026-11-30') ? '2026-12-01T12:00:00.000Z' : PERIOD.now }
    expect(kinds(one, other, period).kinds).toEqual(expected)
  })

  it('sums each side, with fees and payouts apart', () => {
    const fee = { amountMinor: 390, currency: 'USD' }
    const { sums } = compareMovements(
      [ours('a'), ours('r', { kind: 'refund', amount: { amountMinor: 500, currency: 'USD' } })],
      [
        theirs('a', { fee }),
        theirs('r', { kind: 'refund', amount: { amountMinor: 500, currency: 'USD' } }),
        theirs('j', { amount: { amountMinor: 1000, currency: 'JPY' } }),
        theirs(null, { kind: 'payout', amount: { amountMinor: 11_000, currency: 'USD' } }),
      ],
      PERIOD,
    )
    expect(sums).toEqual([
      { currency: 'JPY', ours: 0, theirs: 1000, fees: 0, payouts: 0 },
      { currency: 'USD', ours: 12_000, theirs: 12_000, fees: 390, payouts: 11_000 },
    ])
  })
})
