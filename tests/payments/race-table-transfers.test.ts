import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { givenOrderBy } from './given-order-by.ts'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { bookMoney } from '#app/payments/book-money.server.ts'
import { lockOrder } from '#app/payments/attempts/lock-attempt.server.ts'
import { paymentReference, referencesIn } from '#app/payments/reference.ts'
import { transact } from '#db/transact.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

/** What a bank's line does once somebody, or its reference, has said whose it is: each order's part in one transaction. */
async function transfer(line: string, parts: { orderId: string; amountMinor: number; currency?: string }[]) {
  const booked = await transact(shop.db, async (db) => {
    const outcomes = []
    for (const { orderId, amountMinor, currency = 'USD' } of parts) {
      await lockOrder(db, orderId)
      const money = {
        method: 'bank-transfer',
        attemptId: null,
        expected: null,
        receivedAt: shop.now(),
        now: shop.now(),
      }
      const reference = `${line}:${orderId}`
      const actor = { kind: 'system' as const }
      outcomes.push(await bookMoney(db, { ...money, orderId, reference, amount: { amountMinor, currency }, actor }))
    }
    return outcomes.map(({ outcome }) => outcome)
  })
  return booked.ok ? booked.value : null
}

async function openKinds() {
  const rows = await shop.db.selectFrom('financeEntries').select('kind').where('resolvedAt', 'is', null).execute()
  return rows.map(({ kind }) => kind).toSorted()
}

describe('the race table: bank transfers', () => {
  it('C.7 #45 too little is part of it: the payer is told, the rest completes it', async () => {
    const { orderId } = await givenOrderBy(shop.db)
    expect(await transfer('1', [{ orderId, amountMinor: 12_350 }])).toEqual(['part-paid'])
    expect(await statesOf(shop.db, orderId)).toEqual(['held'])
    expect(await openKinds()).toEqual(['part-paid'])
    expect(await transfer('2', [{ orderId, amountMinor: 150 }])).toEqual(['confirmed'])
    expect(await statesOf(shop.db, orderId)).toEqual(['confirmed'])
    expect(await openKinds()).toEqual([])
  })

  it('C.7 #45 too much confirms the seats, and the rest is a credit that finance sees', async () => {
    const { orderId } = await givenOrderBy(shop.db)
    expect(await transfer('1', [{ orderId, amountMinor: 15_000 }])).toEqual(['overpaid'])
    expect(await statesOf(shop.db, orderId)).toEqual(['confirmed'])
    expect((await balanceOf(shop.db, orderId))!.due).toBe(-2_500)
    expect(await openKinds()).toEqual(['overpaid'])
  })

  it('C.7 #45 another currency is booked, confirms nothing, and is finance’s to see', async () => {
    const { orderId } = await givenOrderBy(shop.db)
    expect(await transfer('1', [{ orderId, amountMinor: 12_500, currency: 'EUR' }])).toEqual(['amount-differs'])
    expect(await statesOf(shop.db, orderId)).toEqual(['held'])
  })

  it('C.7 #45 a wrong reference names no order for certain', async () => {
    const { code } = await givenOrderBy(shop.db)
    const right = paymentReference(code)
    // A digit for a digit, a letter for a letter: between the two, one in 97 has the same remainder.
    const other = /\d$/.test(right) ? ['2', '3'] : ['A', 'B']
    const wrong = right.slice(0, -1) + other.find((sign) => !right.endsWith(sign))!
    expect(referencesIn(right)).toEqual([{ orderCode: code, how: 'checked' }])
    expect(referencesIn(wrong).filter(({ how }) => how !== 'possible')).toEqual([])
  })

  it('the same line twice counts once, and one line pays two orders', async () => {
    const first = await givenOrderBy(shop.db)
    const second = await givenOrderBy(shop.db, { event: first.event })
    const parts = [first, second].map(({ orderId }) => ({ orderId, amountMinor: 12_500 }))
    expect(await transfer('1', parts)).toEqual(['confirmed', 'confirmed'])
    expect(await transfer('1', parts)).toEqual(['unmatched', 'unmatched'])
    expect(await shop.db.selectFrom('payments').select('id').execute()).toHaveLength(2)
  })
})
