import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeRules, givenPaidOrder, refundRule } from '#tests/payments/given-paid-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { broken, givenShop, type Shop } from '#tests/support/stripe/given-shop.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { changeSeat } from '#app/payments/changes/change-seat.server.ts'
import { sendRefunds } from '#app/payments/refunds/send-refunds.server.ts'
import { settleDisputes } from '#app/payments/refunds/settle-disputes.server.ts'
import { substitute } from '#app/registrations/changes/substitute.server.ts'

let shop: Shop

/** A seat given up and paid back, one whose refund failed, one passed on, one that waits for money, and a lost dispute. */
beforeEach(async () => {
  shop = await givenShop(testServices)
  const event = await givenEvent(shop.db, {
    tickets: [
      { seats: 9, price: 10_000, allowsRepeat: 1 },
      { seats: 1, price: 15_000, allowsRepeat: 1 },
    ],
  })
  await changeRules(shop, event.id)
  await refundRule(shop, event.id, { percent: 8000 })
  const orders: Awaited<ReturnType<typeof givenPaidOrder>>[] = []
  for (let count = 0; count < 5; count++) orders.push(await givenPaidOrder(shop, { event }))
  const { gateways } = shop.services
  const now = shop.now()
  const seat = (at: number) => ({
    orderId: orders[at]!.orderId,
    code: orders[at]!.registrations[0]!.code,
    now,
    actor: { kind: 'visitor' as const },
  })
  await cancelSeat(shop.db, gateways, { ...seat(0), shown: 8000 })
  await sendRefunds(shop.db, gateways, { now })
  await cancelSeat(shop.db, gateways, { ...seat(1), shown: 8000 })
  shop.stripe.refundInDashboard(orders[1]!.intentId)
  await sendRefunds(shop.db, gateways, { now })
  const person = { fullName: 'Grace', latinName: '', email: 'g@example.org', affiliation: '', country: 'KE' }
  await substitute(shop.db, { ...seat(2), person })
  await changeSeat(shop.db, gateways, { ...seat(3), kind: 'ticket', ticketTypeId: event.tickets[1]!.id, shown: 5000 })
  shop.stripe.closeDispute(shop.stripe.openDispute(orders[4]!.intentId).id, 'lost')
  await settleDisputes(shop.db, gateways, { paymentId: orders[4]!.payment.id, now })
})

afterEach(() => shop.close())

/** What an untrue sentence looks like, made behind the commands' back, and a piece of the sentence that finds it. */
const DAMAGE: [name: string, sentence: string, query: ReturnType<typeof sql>][] = [
  [
    'a refund that was done and is not booked',
    'done has its one refund',
    sql`delete from refunds where reason = 'cancelled'`,
  ],
  [
    'a refund that nobody asked for',
    'done has its one refund',
    sql`update refunds set attempt_id = null where reason = 'cancelled'`,
  ],
  [
    'a failed refund that finance does not know',
    'a refund that failed',
    sql`delete from finance_entries where kind = 'refund-failed'`,
  ],
  ['a lost dispute that is not booked', 'a dispute is known', sql`delete from refunds where reason = 'chargeback'`],
  [
    'a dispute that finance does not know',
    'a dispute is known',
    sql`delete from finance_entries where kind = 'dispute'`,
  ],
  [
    'more asked back than was paid',
    'no more of a payment',
    sql`update refund_attempts set amount_minor = 10001 where state = 'done'`,
  ],
  [
    'money that is owed to somebody and forgotten',
    'what was paid beyond',
    sql`update refunds set amount_minor = amount_minor - 1 where reason = 'cancelled'`,
  ],
  [
    'a change whose seat is given away',
    'what is set aside for a change',
    sql`update reservations set ended_at = created_at`,
  ],
  [
    'a seat that was passed on to nobody',
    'a seat that was passed on',
    sql`update registrations set replaces_id = null`,
  ],
  [
    'a refund that left no trace',
    'whatever has states',
    sql`delete from audit_entries where object_kind = 'refund-attempt'`,
  ],
  ['a dispute that left no trace', 'whatever has states', sql`delete from audit_entries where object_kind = 'dispute'`],
  [
    'a change that left no trace',
    'whatever has states',
    sql`delete from audit_entries where object_kind = 'seat-change'`,
  ],
]

describe('the check of what goes back', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await broken(shop.db)).toEqual([])
  })

  it.each(DAMAGE)('finds %s', async (_, sentence, query) => {
    await query.execute(shop.db)
    const found = (await broken(shop.db)).filter(({ name }) => name.includes(sentence))
    expect(found).toHaveLength(1)
    expect(found[0]!.violations).toBeGreaterThan(0)
  })
})
