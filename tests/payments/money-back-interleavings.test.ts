import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { changeRules, givenPaidOrder, refundRule } from './given-paid-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { broken, givenShop, type Shop } from '#tests/support/stripe/given-shop.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { changeSeat } from '#app/payments/changes/change-seat.server.ts'
import { closeOverdueAttempts } from '#app/payments/attempts/close-overdue-attempts.server.ts'
import { receiveNotification } from '#app/payments/attempts/receive-notification.server.ts'
import { reconcilePayments } from '#app/payments/attempts/reconcile-payments.server.ts'
import { reconcileRefunds } from '#app/payments/refunds/reconcile-refunds.server.ts'
import { requestRefund } from '#app/payments/refunds/request-refund.server.ts'
import { sendRefunds } from '#app/payments/refunds/send-refunds.server.ts'
import { lapseChanges } from '#app/registrations/changes/lapse-changes.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { substitute } from '#app/registrations/changes/substitute.server.ts'

const RUNS = process.env['PLENARY_TEST_DEEP'] === '1' ? 1000 : 25

let shop: Shop
/** What there was before this run. */
let begun = { notifications: 0, refunds: 0, disputes: 0, sessions: 0 }

beforeEach(async () => {
  shop = await givenShop(testServices, { timeout: 200 })
})

afterEach(() => shop.close())

/** Everything that happens to paid seats and to money that goes back, from any side. */
const step = fc.record({
  what: fc.constantFrom(
    'cancel', 'cancel', 'change', 'change', 'pass on', 'pay', 'pay', 'refund', 'dashboard', 'finish', 'fail', 'come back',
    'dispute', 'win', 'lose', 'notify', 'notify', 'notify', 'send', 'send', 'reconcile', 'work', 'wait', 'away', 'pending',
  ), // prettier-ignore
  which: fc.nat(7),
  minutes: fc.constantFrom(1, 9, 41, 61),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Orders {
  types: string[]
  placed: Awaited<ReturnType<typeof givenPaidOrder>>[]
}

async function given(): Promise<Orders> {
  const event = await givenEvent(shop.db, {
    tickets: [
      { seats: 6, price: 10_000, allowsRepeat: 1, maxPerOrder: 9 },
      { seats: 2, price: 15_000, allowsRepeat: 1 },
      { price: 4000, allowsRepeat: 1, attendance: 'online' },
    ],
  })
  await changeRules(shop, event.id)
  await refundRule(shop, event.id, { percent: 8000, feeMinor: 500, feeCurrency: 'USD' })
  const placed = [await givenPaidOrder(shop, { event, people: 2 }), await givenPaidOrder(shop, { event, people: 2 })]
  return { types: event.tickets.map(({ id }) => id), placed }
}

it(
  'whatever goes back in whatever order, no invariant breaks and nothing is counted twice',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 14 }),
        async (rounds) => {
          const orders = await given()
          begun = {
            notifications: shop.stripe.notifications.length,
            refunds: shop.stripe.refunds.size,
            disputes: shop.stripe.disputes.size,
            sessions: shop.stripe.sessions().length,
          }
          shop.stripe.refundsBegin('succeeded')
          // The steps of one round happen at once.
          for (const round of rounds) {
            await Promise.all(round.map((one) => happen(one, orders)))
            expect(await broken(shop.db)).toEqual([])
          }
          await settleAll()
          expect(await broken(shop.db)).toEqual([])
          expect(await unbooked()).toEqual([])
          expect(shop.stripe.complaints).toEqual([])
        },
      ),
      { numRuns: RUNS, seed: 20_261_122, endOnFailure: true },
    )
    const met = await shop.db.selectFrom('refundAttempts').select('state').distinct().execute()
    expect(met.map(({ state }) => state)).toEqual(expect.arrayContaining(['done', 'failed']))
    const changes = await shop.db.selectFrom('seatChanges').select('state').distinct().execute()
    expect(changes.map(({ state }) => state)).toEqual(expect.arrayContaining(['done', 'lapsed']))
  },
)

async function happen({ what, which, minutes }: Step, { types, placed }: Orders) {
  const { db, services, stripe } = shop
  const { gateways } = services
  const now = shop.now()
  const order = placed[which % 2]!
  const seats = await db
    .selectFrom('registrations')
    .select(['code', 'ticketTypeId'])
    .where('orderId', '=', order.orderId)
    .orderBy('id')
    .execute()
  const seat = {
    orderId: order.orderId,
    code: seats[which % seats.length]!.code,
    now,
    actor: { kind: 'visitor' as const },
  }
  const refunds = [...stripe.refunds.values()].slice(begun.refunds)
  const refund = refunds[which % Math.max(1, refunds.length)]
  const disputes = [...stripe.disputes.values()].slice(begun.disputes)
  const dispute = disputes[which % Math.max(1, disputes.length)]
  const told = stripe.notifications.slice(begun.notifications).at(-1 - (which % 5))
  const typeId = types[which % 3]!
  if (what === 'cancel') {
    const refused = await cancelSeat(db, gateways, { ...seat, shown: -1 })
    const amount = refused.ok ? 0 : Number(refused.refusals[0]!.details?.['amount']?.toString().replace(/[^\d.]/g, ''))
    if (!refused.ok && refused.refusals[0]!.code === 'amount-changed')
      await cancelSeat(db, gateways, { ...seat, shown: Math.round(amount * 100) })
  }
  if (what === 'change') {
    const prices = [10_000, 15_000, 4000]
    const from = types.indexOf(seats[which % seats.length]!.ticketTypeId)
    const shown = prices[which % 3]! - prices[from]!
    await changeSeat(db, gateways, { ...seat, kind: 'ticket', ticketTypeId: typeId, shown })
  }
  if (what === 'pass on') {
    const person = { fullName: 'Grace', latinName: '', email: `g${which}@example.org`, affiliation: '', country: 'KE' }
    await substitute(db, { ...seat, person })
  }
  if (what === 'pay') {
    await shop.start(order.orderId)
    const page = stripe.sessions().findLast(({ status }) => status === 'open')
    if (page) stripe.pay(page.id)
  }
  if (what === 'refund')
    await requestRefund(db, gateways, {
      orderId: order.orderId,
      amount: { amountMinor: 50_000, currency: 'USD' },
      cause: 'goodwill',
      now,
      actor: { kind: 'system' },
    })
  if (what === 'dashboard' && stripe.left(order.intentId) > 0)
    stripe.refundInDashboard(order.intentId, Math.min(1000, stripe.left(order.intentId)))
  if (what === 'finish' && refund?.status === 'pending') stripe.moveRefund(refund.id, 'succeeded')
  if (what === 'fail' && refund?.status === 'pending') stripe.moveRefund(refund.id, 'failed')
  if (what === 'come back' && refund?.status === 'succeeded' && which === 0) stripe.moveRefund(refund.id, 'failed')
  if (what === 'dispute' && which === 1 && stripe.left(order.intentId) > 0) stripe.openDispute(order.intentId)
  if (what === 'win' && dispute?.status === 'needs_response') stripe.closeDispute(dispute.id, 'won')
  if (what === 'lose' && dispute?.status === 'needs_response') stripe.closeDispute(dispute.id, 'lost')
  if (what === 'notify' && told) await notify(told)
  if (what === 'send') await sendRefunds(db, gateways, { now })
  if (what === 'reconcile') await reconcileRefunds(db, gateways, { now })
  if (what === 'work') {
    await closeOverdueAttempts(db, gateways, { now })
    await lapseHolds(db, { now })
    await lapseChanges(db, { now })
  }
  if (what === 'wait') shop.wait(minutes)
  if (what === 'away') stripe.fault({ on: which % 2 ? 'refund' : 'refunds', how: which % 3 ? 429 : 'done-then-lost' })
  if (what === 'pending') stripe.refundsBegin(which % 2 ? 'pending' : 'succeeded')
}

async function notify(told: Shop['stripe']['notifications'][number]) {
  const { headers, body } = shop.stripe.again(told)
  const input = { method: 'card', headers: new Headers(headers), body, now: shop.now() }
  return await receiveNotification(shop.db, shop.services.gateways, input)
}

/** The provider is well again, every notification arrives, and the jobs run until nothing is left to do. */
async function settleAll() {
  const { db, services, stripe } = shop
  stripe.heal()
  for (const { id, status } of stripe.refunds.values()) if (status === 'pending') stripe.moveRefund(id, 'succeeded')
  for (let run = 0; run < 3; run++) {
    shop.wait(65)
    const input = { now: shop.now() }
    await reconcilePayments(db, services.gateways, input)
    await closeOverdueAttempts(db, services.gateways, input)
    await lapseChanges(db, input)
    await sendRefunds(db, services.gateways, input)
    for (const told of stripe.notifications.slice(begun.notifications)) await notify(told)
    for (const { id, status } of stripe.refunds.values()) if (status === 'pending') stripe.moveRefund(id, 'succeeded')
    await reconcileRefunds(db, services.gateways, input)
  }
}

/** Refunds of the provider's that went through and are not booked here, or are booked otherwise. */
async function unbooked(): Promise<string[]> {
  const rows = await shop.db.selectFrom('refunds').select(['providerReference', 'amountMinor']).execute()
  const booked = new Map(rows.map(({ providerReference, amountMinor }) => [providerReference, amountMinor]))
  return [...shop.stripe.refunds.values()]
    .filter(({ id, status, amount }) => status === 'succeeded' && booked.get(id) !== amount)
    .map(({ id }) => id)
}
