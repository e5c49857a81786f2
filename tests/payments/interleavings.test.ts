import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop } from '#tests/support/stripe/given-shop.ts'
import { closeOverdueAttempts } from '#app/payments/attempts/close-overdue-attempts.server.ts'
import { receiveNotification } from '#app/payments/attempts/receive-notification.server.ts'
import { reconcilePayments } from '#app/payments/attempts/reconcile-payments.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'

const RUNS = process.env['PLENARY_TEST_DEEP'] === '1' ? 1000 : 40

let shop: Shop
/** What there was before this run. */
let begun = { sessions: 0, notifications: 0 }

beforeEach(async () => {
  shop = await givenShop(testServices, { timeout: 200 })
})

afterEach(() => shop.close())

/** Everything that happens to a payment, from any side. `which` chooses among the pages or notifications there are. */
const step = fc.record({
  what: fc.constantFrom(
    'order', 'start', 'start', 'pay', 'pay', 'pay later', 'succeed', 'fail', 'notify', 'notify', 'reconcile', 'work',
    'wait', 'away',
  ), // prettier-ignore
  which: fc.nat(5),
  minutes: fc.constantFrom(1, 9, 34, 50),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A delayed payment fails, its seats go to somebody else, and then it arrives after all. */
const SEAT_LOST: Step[][] = (
  [
    'start', 'pay later', 'notify', 'fail', 'notify', 'wait', 'wait', 'work', 'order', 'order', 'succeed', 'notify',
  ] as const
).map((what) => [{ what, which: 0, minutes: 50 }]) // prettier-ignore

it('whatever happens in whatever order, no invariant breaks and no money is lost', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 16 }),
      async (rounds) => {
        begun = { sessions: shop.stripe.sessions().length, notifications: shop.stripe.notifications.length }
        const orders = [await givenUnpaidOrder(shop.db, { seats: 2, now: shop.now() })]
        // The steps of one round happen at once.
        for (const round of rounds) await Promise.all(round.map((one) => happen(one, orders)))
        expect(await broken(shop.db)).toEqual([])
        await settleAll()
        expect(await broken(shop.db)).toEqual([])
        expect(await unbooked()).toEqual([])
        expect(shop.stripe.complaints).toEqual([])
      },
    ),
    { numRuns: RUNS, seed: 20_261_121, endOnFailure: true, examples: [[SEAT_LOST]] },
  )
  // It has been where it hurts: seats gone, money late, two payments of one order.
  const met = await shop.db.selectFrom('financeEntries').select('kind').distinct().orderBy('kind').execute()
  const kinds = met.map(({ kind }) => kind)
  expect(kinds).toContain('late-money')
  // A payment that is booked twice would be.
  expect(kinds).not.toContain('unmatched')
  const confirmed = await shop.db.selectFrom('registrations').select('id').where('state', '=', 'confirmed').execute()
  expect(confirmed.length).toBeGreaterThan(10)
})

async function happen({ what, which, minutes }: Step, orders: Awaited<ReturnType<typeof givenUnpaidOrder>>[]) {
  const { db, services, stripe } = shop
  const input = { now: shop.now() }
  const pages = stripe.sessions().slice(begun.sessions)
  const page = pages[which % Math.max(1, pages.length)]
  const told = stripe.notifications.slice(begun.notifications).at(-1 - (which % 3))
  if (what === 'order') await order(orders)
  if (what === 'start') await shop.start(orders[which % orders.length]!.orderId)
  if (what === 'pay' && page?.status === 'open') stripe.pay(page.id)
  if (what === 'pay later' && page?.status === 'open') stripe.payLater(page.id)
  if (what === 'fail' && page?.intentStatus === 'processing') stripe.finishDelayed(page.id, 'failed')
  // What was said to have failed may yet arrive: the one way for money to find its seats gone.
  if (what === 'succeed' && page?.status === 'complete' && page.paymentStatus === 'unpaid')
    stripe.finishDelayed(page.id, 'succeeded')
  if (what === 'notify' && told) await notify(told)
  if (what === 'reconcile') await reconcilePayments(db, services.gateways, input)
  if (what === 'work') {
    await closeOverdueAttempts(db, services.gateways, input)
    await lapseHolds(db, input)
  }
  if (what === 'wait') shop.wait(minutes)
  if (what === 'away') stripe.fault({ on: which % 2 ? 'retrieve' : 'create', how: 429 })
}

async function notify(told: Shop['stripe']['notifications'][number]) {
  const { headers, body } = shop.stripe.again(told)
  const input = { method: 'card', headers: new Headers(headers), body, now: shop.now() }
  return await receiveNotification(shop.db, shop.services.gateways, input)
}

/** Somebody else wants the same two seats; sold out is an answer too. */
async function order(orders: Awaited<ReturnType<typeof givenUnpaidOrder>>[]) {
  try {
    orders.push(await givenUnpaidOrder(shop.db, { event: orders[0]!.event, now: shop.now() }))
  } catch (error) {
    if (!String(error).includes('sold-out')) throw error
  }
}

/** The provider is well again, delayed payments and every notification arrive, and the jobs run until nothing is left to do. */
async function settleAll() {
  shop.stripe.heal()
  for (const { id, intentStatus } of shop.stripe.sessions())
    if (intentStatus === 'processing') shop.stripe.finishDelayed(id, 'succeeded')
  for (const told of shop.stripe.notifications) await notify(told)
  for (let run = 0; run < 4; run++) {
    shop.wait(20)
    const input = { now: shop.now() }
    await reconcilePayments(shop.db, shop.services.gateways, input)
    await closeOverdueAttempts(shop.db, shop.services.gateways, input)
    await lapseHolds(shop.db, input)
  }
}

/** Charges of the provider's that are not booked here. */
async function unbooked(): Promise<string[]> {
  const booked = await shop.db.selectFrom('payments').select('providerReference').execute()
  const references = new Set(booked.map(({ providerReference }) => providerReference))
  return shop.stripe
    .sessions()
    .filter(({ paymentStatus, intentId }) => paymentStatus === 'paid' && !references.has(intentId))
    .map(({ id }) => id)
}
