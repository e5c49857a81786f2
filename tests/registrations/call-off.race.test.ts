import { expect, test } from 'vitest'
import { anOrder } from './an-order.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

test('nobody gets a seat on an event that is being cancelled in the same moment', async () => {
  const given = await testServices()
  const { db } = given
  for (let round = 0; round < 6; round++) {
    const event = await givenEvent(db, { tickets: [{ seats: 100 }] })
    const place = async () => (await placeOrders(db, { orders: [anOrder(event)], now: NOW }))[0]!
    const before = Array.from({ length: 6 }, place)
    const called = callOffEvent(db, { eventId: event.id, now: NOW, actor: { kind: 'system' } })
    const answers = await Promise.all([...before, ...Array.from({ length: 6 }, place)])
    expect(await called).toMatchObject({ ok: true })
    for (const answer of answers) if (!answer.ok) expect(['event-closed', 'busy']).toContain(answer.refusals[0]!.code)
    const active = await db
      .selectFrom('registrations')
      .select('id')
      .where('eventId', '=', event.id)
      .where('state', 'in', ['held', 'confirmed'])
      .execute()
    expect(active).toEqual([])
  }
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
  await given.close()
}, 60_000)
