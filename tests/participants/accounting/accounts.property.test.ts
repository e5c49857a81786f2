import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anOrder, aPerson, paid } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { accountSeats, PARTS } from '#app/participants/accounting/account-seats.ts'
import { whenFree } from '#app/participants/accounting/when-free.server.ts'
import { placeOnBehalf } from '#app/payments/on-behalf/place-on-behalf.server.ts'
import { listQuotas } from '#app/registrations/offer/queries.server.ts'
import { listQuotaUse } from '#app/registrations/offer/quota-use.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { setAside } from '#app/registrations/seats/reservations.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'

const step = fc.record({ do: fc.constantFrom('place', 'pay', 'block', 'wait', 'over'), which: fc.nat(9) })

test('whatever happened, the account of a quota is its counter, and what comes free by itself is a part of it', async () => {
  const { db, close } = await testServices()
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
    const event = await givenEvent(db, { tickets: [{ seats: 3, price: 100 }, { seats: 2 }] })
    let now = NOW
    const placed: string[] = []
    for (const { do: what, which } of steps) {
      now = addMinutes(now, 1)
      const type = event.tickets[which % 2]!
      const order = anOrder(event, { people: [aPerson(type.id)] })
      if (what === 'place')
        for (const result of await placeOrders(db, { orders: [order], now }))
          if (result.ok) placed.push(result.value.orderId)
      if (what === 'pay' && placed.length > 0) await paid(db, placed[which % placed.length]!, now)
      if (what === 'block')
        await transact(db, async (db) => {
          const demand = new Map([[type.quotaIds[0]!, 1]])
          const block = { eventId: event.id, kind: 'block' as const, subjectId: null, name: 'Sponsors', untilAt: null }
          const aside = await setAside(db, { ...block, demand, now, actor: { kind: 'system' } })
          if (!aside.ok) throw new Error('full')
        }).catch(() => null)
      if (what === 'wait') await lapseHolds(db, { now: (now = addMinutes(now, 60)) })
      if (what === 'over')
        await placeOnBehalf(db, {
          order: { ...order, isPrivileged: true },
          terms: 'owe',
          days: 7,
          over: 1,
          now,
          actor: { kind: 'account', id: 'an-account' },
        })
    }
    const [quotas, uses, returning] = [
      await listQuotas(db, event.id),
      await listQuotaUse(db, event.id),
      await whenFree(db, event.id),
    ]
    for (const quota of quotas) {
      const account = accountSeats(quota, uses[quota.id])
      expect(account.size + account.over - account.free).toBe(quota.taken)
      expect(PARTS.reduce((sum, part) => sum + account[part], 0)).toBe(account.size + account.over)
      for (const kind of ['held', 'offered', 'blocked', 'changing'] as const) {
        const own = returning.filter((one) => one.quotaId === quota.id && one.kind === kind)
        expect(own.reduce((sum, { seats }) => sum + seats, 0)).toBe(account[kind])
      }
    }
  })
  await fc.assert(property, { numRuns: 25 })
  await close()
}, 120_000)
