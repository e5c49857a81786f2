import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { givenParticipants } from './given-participants.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { newId } from '#app/values/id.ts'
import type { Database } from '#db/schema.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { broken, givenShop, givenUnpaidOrder } from '#tests/support/stripe/given-shop.ts'

const actor = { kind: 'account', id: 'an-account' } as const

test('cancelling an event ends its registrations, frees the seats and tells each address once', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db, { tickets: [{ seats: 9, allowsRepeat: 1 }] })
  await givenParticipants(db, event, [
    { fullName: 'A', email: 'a@example.org' },
    { fullName: 'A again', email: 'A@example.org' },
    { fullName: 'B', email: 'b@example.org' },
  ])
  const called = await callOffEvent(db, { eventId: event.id, now: NOW, actor })
  expect(called).toEqual({ ok: true, value: { cancelled: 3, told: 2 } })

  const row = await db.selectFrom('events').selectAll().where('id', '=', event.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ status: 'cancelled', cancelledAt: NOW })
  expect(row.sequence).toBeGreaterThan(0)
  const states = await db.selectFrom('registrations').select('state').distinct().execute()
  expect(states).toEqual([{ state: 'cancelled' }])
  const { taken } = await db.selectFrom('quotas').select('taken').executeTakeFirstOrThrow()
  expect(taken).toBe(0)
  const told = await db
    .selectFrom('messages')
    .select('recipientKey')
    .where('template', '=', 'event-cancelled')
    .orderBy('recipientKey')
    .execute()
  expect(told.map(({ recipientKey }) => recipientKey)).toEqual(['a@example.org', 'b@example.org'])
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
  await close()
})

test('an event is cancelled once', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  expect(await callOffEvent(db, { eventId: event.id, now: NOW, actor })).toMatchObject({ ok: true })
  expect(await callOffEvent(db, { eventId: event.id, now: NOW, actor })).toEqual({
    ok: false,
    refusals: [{ code: 'not-published' }],
  })
  await close()
})

test('money that was paid for it waits in finance’s queue, once a payment; what went back already does not', async () => {
  const shop = await givenShop(testServices)
  const { db } = shop
  const event = await givenEvent(db, { tickets: [{ seats: 9, price: 5000, allowsRepeat: 1, maxPerOrder: 9 }] })
  const [paid, returned, unpaid] = [
    await givenUnpaidOrder(db, { event, people: 2 }),
    await givenUnpaidOrder(db, { event }),
    await givenUnpaidOrder(db, { event }),
  ]
  for (const { orderId } of [paid, returned]) {
    await shop.start(orderId)
    shop.stripe.pay(shop.stripe.sessions().at(-1)!.id)
    const [attempt] = await shop.attempts(orderId)
    expect(await shop.settle(attempt!.id)).toMatchObject({ outcome: 'confirmed' })
  }
  await giveBack(db, returned.orderId)
  expect(await callOffEvent(db, { eventId: event.id, now: shop.now(), actor })).toMatchObject({ ok: true })

  const entries = await db.selectFrom('financeEntries').selectAll().execute()
  const payment = await db.selectFrom('payments').select('id').where('orderId', '=', paid.orderId).executeTakeFirst()
  expect(entries).toMatchObject([
    { kind: 'event-cancelled', orderId: paid.orderId, paymentId: payment!.id, resolvedAt: null },
  ])
  expect(entries.map(({ orderId }) => orderId)).not.toContain(unpaid.orderId)
  expect(await broken(db)).toEqual([])
  await shop.close()
})

async function giveBack(db: Kysely<Database>, orderId: string) {
  const payment = await db.selectFrom('payments').selectAll().where('orderId', '=', orderId).executeTakeFirstOrThrow()
  const { id: paymentId, amountMinor, currency } = payment
  const row = {
    id: newId(NOW),
    orderId,
    paymentId,
    amountMinor,
    currency,
    providerReference: 'du_1',
    reason: 'chargeback',
  }
  await db
    .insertInto('refunds')
    .values({ ...row, refundedAt: NOW, createdAt: NOW })
    .execute()
  const refund = { actor, action: 'refund.made', objectKind: 'refund', objectId: row.id, eventId: null }
  await recordAudit(db, NOW, [refund])
}
