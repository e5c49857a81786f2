import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { givenOrderBy, startBy } from '../given-order-by.ts'
import { testServices } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { broken, givenShop, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { acceptClaim } from '#app/payments/claims/accept-claim.server.ts'
import { makeClaim } from '#app/payments/claims/make-claim.server.ts'
import { claimView, overdueOrders, waitingClaims } from '#app/payments/claims/queries.server.ts'
import { refuseClaim } from '#app/payments/claims/refuse-claim.server.ts'
import { closeOverdueAttempts } from '#app/payments/attempts/close-overdue-attempts.server.ts'
import { instructionsFor } from '#app/payments/methods/instructions-for.server.ts'
import { orderView } from '#app/registrations/order-view.server.ts'
import { standingOf } from '#app/registrations/order-standing.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { connect } from '#db/connect.ts'

const DAY = 24 * 60
let shop: Shop
let accountId: string

beforeEach(async () => {
  shop = await givenShop(testServices)
  ;({ accountId } = await givenAccount(shop.db, 'finance@plenary.example', [
    { role: 'finance', scope: 'installation' },
  ]))
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

const claim = (orderId: string, more: { reference?: string; note?: string } = {}) =>
  makeClaim(shop.db, { orderId, reference: 'MPESA-42', note: '', fileId: null, ...more, now: shop.now() })

const accept = (claimId: string, amountMinor = 12_500, more: { fund?: string } = {}) =>
  acceptClaim(shop.db, { claimId, amountMinor, accountId, reach: 'all', now: shop.now(), ...more })

async function standing(orderId: string) {
  const view = await orderView(shop.db, { orderId, language: 'en' })
  const { due = 0, paid = 0, refunded = 0 } = (await balanceOf(shop.db, orderId)) ?? {}
  return standingOf({ ...view, due, paid: paid - refunded, refunded })
}

async function openKinds() {
  const rows = await shop.db.selectFrom('financeEntries').select('kind').where('resolvedAt', 'is', null).execute()
  return rows.map(({ kind }) => kind)
}

async function runHolds() {
  await closeOverdueAttempts(shop.db, shop.services.gateways, { now: shop.now() })
  await lapseHolds(shop.db, { now: shop.now() })
}

async function made(orderId: string, reference = 'MPESA-42') {
  const result = await claim(orderId, { reference })
  if (!result.ok) throw new Error(result.refusals[0]!.code)
  return result.value.claimId
}

describe('“I have paid”', () => {
  it('is being checked, keeps the seats as long as it takes, and is on finance’s list', async () => {
    const order = await givenOrderBy(shop.db, { method: 'mobile-money' })
    await startBy(shop.services, order.orderId, shop.now())
    await made(order.orderId)
    expect(await standing(order.orderId)).toBe('checking')
    expect(await openKinds()).toEqual(['claim'])
    expect((await waitingClaims(shop.db, { reach: 'all', language: 'en', cursor: null })).rows).toMatchObject([
      { kind: 'paid', code: order.code, due: { amountMinor: 12_500, currency: 'USD' } },
    ])
    shop.wait(30 * DAY)
    await runHolds()
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('is said once: a second time is refused until somebody has decided', async () => {
    const order = await givenOrderBy(shop.db)
    await made(order.orderId)
    expect(await claim(order.orderId)).toMatchObject({ ok: false, refusals: [{ code: 'claim-waiting' }] })
    expect(await startBy(shop.services, order.orderId, shop.now(), 'card')).toMatchObject({
      ok: false,
      refusals: [{ code: 'payment-processing' }],
    })
  })

  it('accepted, books the money once and confirms the seats', async () => {
    const order = await givenOrderBy(shop.db, { people: 2 })
    const claimId = await made(order.orderId, 'tx 9')
    expect(await accept(claimId, 25_000)).toEqual({ ok: true, value: { outcome: 'confirmed' } })
    expect(await accept(claimId, 25_000)).toMatchObject({ ok: false, refusals: [{ code: 'claim-decided' }] })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed', 'confirmed'])
    expect(await shop.db.selectFrom('payments').selectAll().execute()).toMatchObject([
      { method: 'bank-transfer', providerReference: 'TX 9', amountMinor: 25_000 },
    ])
    expect(await shop.attempts(order.orderId)).toMatchObject([{ state: 'paid' }])
    expect(await openKinds()).toEqual([])
  })

  it('by two at once is one', async () => {
    const order = await givenOrderBy(shop.db)
    const claimId = await made(order.orderId)
    const other = connect(shop.services.config.databaseUrl, 4)
    const both = await Promise.all([
      accept(claimId),
      acceptClaim(other, { claimId, amountMinor: 12_500, accountId, reach: 'all', now: shop.now() }),
    ])
    await other.destroy()
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await shop.db.selectFrom('payments').select('id').execute()).toHaveLength(1)
  })

  it('of money that is booked already is refused, and stays to be decided', async () => {
    const [one, other] = [await givenOrderBy(shop.db), await givenOrderBy(shop.db)]
    await accept(await made(one.orderId, 'same'))
    const claimId = await made(other.orderId, 'SAME')
    expect(await accept(claimId)).toMatchObject({ ok: false, refusals: [{ code: 'claim-reference-used' }] })
    expect(await claimView(shop.db, { claimId, reach: 'all', language: 'en' })).toMatchObject({ state: 'waiting' })
  })

  it('with less than is due: part paid, the payer is told what came and what is missing, the rest completes it', async () => {
    const order = await givenOrderBy(shop.db)
    expect(await accept(await made(order.orderId), 12_000)).toMatchObject({ value: { outcome: 'part-paid' } })
    expect(await standing(order.orderId)).toBe('part-paid')
    expect(await openKinds()).toEqual(['part-paid'])
    const mails = await shop.db
      .selectFrom('messages')
      .select('props')
      .where('template', '=', 'payment-received')
      .execute()
    expect(mails).toEqual([{ props: JSON.stringify({ amountMinor: 12_000, currency: 'USD' }) }])
    expect((await instructionsFor(shop.db, { orderId: order.orderId, now: shop.now() }))?.amount.amountMinor).toBe(500)
    expect(await accept(await made(order.orderId, 'rest'), 500)).toMatchObject({ value: { outcome: 'confirmed' } })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(await openKinds()).toEqual([])
  })

  it('with more than is due: confirmed, and finance sees that there is too much', async () => {
    const order = await givenOrderBy(shop.db)
    expect(await accept(await made(order.orderId), 13_000)).toMatchObject({ value: { outcome: 'overpaid' } })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(await standing(order.orderId)).toBe('overpaid')
    expect(await openKinds()).toEqual(['overpaid'])
  })

  it('refused: the payer is written to with the reason, and has two days at least for another try', async () => {
    const order = await givenOrderBy(shop.db, { method: 'mobile-money' })
    const claimId = await made(order.orderId)
    shop.wait(20 * DAY)
    const refusal = { claimId, reason: 'No such transaction.', accountId, reach: 'all' as const, now: shop.now() }
    expect(await refuseClaim(shop.db, refusal)).toMatchObject({ ok: true })
    expect(await refuseClaim(shop.db, refusal)).toMatchObject({ refusals: [{ code: 'claim-decided' }] })
    const mails = await shop.db
      .selectFrom('messages')
      .select('subjectId')
      .where('template', '=', 'claim-refused')
      .execute()
    expect(mails).toEqual([{ subjectId: claimId }])
    expect(await instructionsFor(shop.db, { orderId: order.orderId, now: shop.now() })).toMatchObject({
      claim: { state: 'refused', reason: 'No such transaction.' },
    })
    shop.wait(2 * DAY - 1)
    await runHolds()
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    shop.wait(2)
    await runHolds()
    expect(await statesOf(shop.db, order.orderId)).toEqual(['lapsed'])
  })

  it('belongs to those whose money it is', async () => {
    const order = await givenOrderBy(shop.db)
    const claimId = await made(order.orderId)
    const reach = { seriesIds: [], eventIds: ['another'] }
    const asked = { claimId, amountMinor: 1, accountId, reach, now: shop.now() }
    expect(await acceptClaim(shop.db, asked)).toMatchObject({ refusals: [{ code: 'claim-unknown' }] })
    expect(await refuseClaim(shop.db, { ...asked, reason: 'x' })).toMatchObject({
      refusals: [{ code: 'claim-unknown' }],
    })
    expect(await claimView(shop.db, { claimId, reach, language: 'en' })).toBeNull()
  })

  it('is not for who pays by card, nor for who has paid', async () => {
    const card = await givenOrderBy(shop.db, { method: 'card' })
    expect(await claim(card.orderId)).toMatchObject({ refusals: [{ code: 'payment-method' }] })
    const paid = await givenOrderBy(shop.db, { method: 'waiver' })
    await startBy(shop.services, paid.orderId, shop.now())
    expect(await claim(paid.orderId)).toMatchObject({ refusals: [{ code: 'nothing-due' }] })
  })
})

describe('a purchase order', () => {
  it('that needs approval confirms the seats once it is accepted, and the money is overdue by and by', async () => {
    const order = await givenOrderBy(shop.db, {
      method: 'invoice',
      terms: [{ method: 'invoice', confirmsOn: 'placing', needsApproval: 1, dueDays: 30 }],
    })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    const claimId = await made(order.orderId, 'PO-7')
    expect(await accept(claimId, 0)).toEqual({ ok: true, value: { outcome: 'agreed' } })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(await standing(order.orderId)).toBe('owing')
    shop.wait(40 * DAY)
    await runHolds()
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    const overdue = await overdueOrders(shop.db, { reach: 'all', language: 'en', cursor: null, now: shop.now() })
    expect(overdue).toMatchObject({ rows: [{ code: order.code, due: { amountMinor: 12_500 } }] })
  })
})

describe('a plea for a waiver', () => {
  it('granted, pays from the fund that was named', async () => {
    const order = await givenOrderBy(shop.db, { method: 'waiver', terms: [{ method: 'waiver', needsApproval: 1 }] })
    const claimId = await made(order.orderId, '')
    expect(await accept(claimId, 12_500, { fund: 'Fellowship' })).toMatchObject({ value: { outcome: 'confirmed' } })
    expect(await shop.db.selectFrom('payments').selectAll().execute()).toMatchObject([
      { method: 'waiver', fund: 'Fellowship', amountMinor: 12_500 },
    ])
  })

  it('granted in part leaves the rest to pay in another way', async () => {
    const order = await givenOrderBy(shop.db, { method: 'waiver', terms: [{ method: 'waiver', needsApproval: 1 }] })
    expect(await accept(await made(order.orderId, ''), 10_000)).toMatchObject({ value: { outcome: 'part-paid' } })
    await startBy(shop.services, order.orderId, shop.now(), 'card')
    shop.stripe.pay(shop.stripe.latest().id)
    await shop.settle((await shop.attempts(order.orderId)).at(-1)!.id)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(await openKinds()).toEqual([])
  })
})
