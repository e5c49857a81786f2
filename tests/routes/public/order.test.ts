import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bookMoney } from '#app/payments/book-money.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import { anOrder, aPerson, givenAttempt, paid, placed } from '#tests/registrations/an-order.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'
import { textOf } from './form-of.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(async () => {
  await app.close()
})

interface Keyed {
  orderId: string
  keyVersion: number
  code: string
}

function addressOf(order: Keyed, suffix = '', prefix = '') {
  const key = orderKey(app.services.config.secret, { id: order.orderId, keyVersion: order.keyVersion })
  return `${prefix}/orders/${order.code}${suffix}?key=${key}`
}

const page = async (path: string) => await (await app.get(path)).text()

async function paidOrder(people = 1) {
  const event = await givenEvent(app.db, { tickets: [{ price: 12_000, seats: 9, name: 'Full pass' }] })
  const list = Array.from({ length: people }, () => aPerson(event.tickets[0]!.id))
  return { event, order: await placed(app.db, anOrder(event, { people: list })) }
}

test('a confirmed order shows each ticket with its code, and what one can take along', async () => {
  const event = await givenEvent(app.db)
  const id = event.tickets[0]!.id
  const people = [aPerson(id, { fullName: 'Wulandari' }), aPerson(id, { fullName: 'Adébáyọ̀ Ọlátúnjí' })]
  const order = await placed(app.db, anOrder(event, { people }))
  const answer = await app.get(addressOf(order))
  const html = await answer.text()
  expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(html).toContain(`<title>Order ${order.code}, confirmed – Plenary</title>`)
  expect(html).toContain('2 tickets for \u2068Routing workshop\u2069.')
  for (const { code } of order.registrations) expect(html).toContain(`QR code for ticket ${code}`)
  expect(html.indexOf('Wulandari</bdi></h3>')).toBeLessThan(html.indexOf('Ọlátúnjí</bdi></h3>'))
  expect(html).toContain(`${order.code}.ics?key=`)
  expect(html).toContain(`${order.code}/receipt?key=`)
  expect(html).not.toMatch(/<script|style="|Pay US/)
})

describe('a stranger', () => {
  test('sees the same page without a key, with a wrong one, and for a code that nobody has', async () => {
    const { order } = await paidOrder()
    const seen = []
    for (const path of [
      `/orders/${order.code}`,
      `/orders/${order.code}?key=wrong`,
      `/orders/${order.code}?key=${'x'.repeat(32)}`,
      '/orders/PAAA-AAAA?key=wrong',
      '/orders/%F0%9F%8E%AB?key=wrong',
    ]) {
      const answer = await app.get(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
      seen.push((await answer.text()).replace(/(href="[^"]*orders\/)[^"]*"/g, '$1"'))
    }
    expect(new Set(seen).size).toBe(1)
    expect(seen[0]).toContain('This order needs its own link')
    expect(seen[0]).not.toMatch(/Person|Full pass|Kigali/)
  })

  test('gets no receipt', async () => {
    const { order } = await paidOrder()
    const answer = await app.get(`/orders/${order.code}/receipt?key=wrong`)
    expect(answer.headers.get('Location')).toBe(`/orders/${order.code}`)
  })

  test('with a key that was made worthless is one', async () => {
    const { order } = await paidOrder()
    const address = addressOf(order)
    expect((await app.get(address)).status).toBe(200)
    await app.db.updateTable('orders').set({ keyVersion: 2 }).execute()
    expect((await app.get(address)).status).toBe(404)
  })
})

describe('an order', () => {
  test('that is held says until when, and how to pay', async () => {
    const { order } = await paidOrder(2)
    app.setNow(addMinutes(NOW, 5))
    const html = await page(addressOf(order))
    expect(html).toContain('held until 21 November 2026, 14:40 (UTC+2)')
    expect(html).toContain('35 minutes are left.')
    expect(html).toContain('Pay US$240 now')
    expect(html).toMatch(/<form method="post" action="\/orders\/[^"]+\/pay\?key=/)
    expect(html).not.toContain('QR code')
  })

  test('whose payment is being checked is not asked for money again', async () => {
    const { order } = await paidOrder()
    await givenAttempt(app.db, { orderId: order.orderId, state: 'processing' })
    const html = await page(addressOf(order))
    expect(html).toContain('We are checking your payment')
    expect(html).not.toContain('Pay US$')
  })

  test('that is held for days names the day, not the minutes', async () => {
    const { order } = await paidOrder()
    await app.db
      .updateTable('registrations')
      .set({ heldUntil: addMinutes(NOW, 3000) })
      .execute()
    const html = await page(addressOf(order))
    expect(html).toContain('held until 23 November 2026')
    expect(html).not.toContain('minutes are left')
  })

  test('that is not paid has a summary, not a receipt', async () => {
    const { order } = await paidOrder()
    expect(await page(addressOf(order))).toContain('>Order summary</a>')
    const html = await page(addressOf(order, '/receipt'))
    expect(html).toContain(`<title>Summary of order ${order.code}`)
    expect(html).toContain('Not paid yet')
    expect(html).not.toContain('This is a receipt')
  })

  test('of somebody who takes part online sends nobody to the place', async () => {
    const { order } = await paidOrder()
    await paid(app.db, order.orderId)
    await app.db.updateTable('people').set({ email: 'orderer@example.org' }).execute()
    expect(await page(addressOf(order))).toContain('You are going to \u2068Kigali\u2069')
    await app.db.updateTable('ticketTypes').set({ attendance: 'online' }).execute()
    expect(await page(addressOf(order))).toContain('You are registered, ')
  })

  test('shows add-ons a line each, with the way to give up one alone', async () => {
    const event = await givenEvent(app.db, {
      tickets: [{ name: 'Full pass' }, { name: 'Tutorial: DNS, Monday', isAddon: 1 }, { name: 'Dinner', isAddon: 1 }],
    })
    const [full, ...addons] = event.tickets
    const amina = aPerson(full!.id, { fullName: 'Amina' })
    const people = [amina, ...addons.map(({ id }) => ({ ...amina, ticketTypeId: id, mainAt: 0 }))]
    const order = await placed(app.db, anOrder(event, { people }))
    const html = await page(addressOf(order))
    expect(html.match(/QR code for ticket/g)).toHaveLength(1)
    for (const { code } of order.registrations) expect(html).toContain(`/seats/${code}/cancel?key=`)
    expect(html).toContain('Cancel<span class="vh"> Tutorial: DNS, Monday</span>')
    const cancel = await page(addressOf(order, `/seats/${order.registrations[2]!.code}/cancel`))
    expect(cancel).toContain('<bdi>Dinner</bdi>')
  })

  test('that is paid says so, and its receipt adds up', async () => {
    const { order } = await paidOrder(2)
    await paid(app.db, order.orderId, addMinutes(NOW, 3))
    const html = await page(addressOf(order))
    expect(html).toContain('paid in full')
    expect(html).toContain('Payment received: US$240')
    const receipt = await page(addressOf(order, '/receipt'))
    expect(receipt).toContain('Full pass')
    expect(receipt).toContain('-US$240')
    expect(receipt).toMatch(/Still to pay<\/th><td class="num"><bdi>US\$0/)
    expect(receipt).not.toContain('<header')
  })

  test('that lapsed says how to register again', async () => {
    const { event, order } = await paidOrder()
    await lapseHolds(app.db, { now: addMinutes(NOW, 41) })
    const html = await page(addressOf(order))
    expect(html).toContain('The time to pay is over')
    expect(html).not.toContain('invoice.pdf')
    expect((await app.get(addressOf(order, '/invoice.pdf'))).status).toBe(404)
    expect(html).toContain(`href="/events/${event.slug}/register"`)
    expect(html).not.toMatch(/QR code|Pay US/)
  })

  test('whose money came too late says that it is not lost', async () => {
    const { event, order } = await paidOrder()
    await lapseHolds(app.db, { now: addMinutes(NOW, 41) })
    await app.db.updateTable('quotas').set({ size: 0 }).execute()
    await paid(app.db, order.orderId, addMinutes(NOW, 42))
    const html = await page(addressOf(order))
    expect(html).toContain('We have received US$120')
    expect(html).toContain('Nothing is lost')
    expect(html).not.toContain(`href="/events/${event.slug}/register"`)
  })

  test('of which a part is cancelled shows which', async () => {
    const { order } = await paidOrder(2)
    await paid(app.db, order.orderId)
    const [first] = order.registrations
    const input = { registrationIds: [first!.id], now: NOW, actor: { kind: 'system' as const }, reason: 'test' }
    await cancelRegistrations(app.db, input)
    const html = await page(addressOf(order))
    expect(html).toContain('What was cancelled is marked below.')
    expect(html.match(/QR code for ticket/g)).toHaveLength(1)
    expect(html).toContain('This ticket is cancelled.')
  })

  test('whose seats are confirmed before the money still asks for it', async () => {
    const event = await givenEvent(app.db, { confirmsOn: 'placing', tickets: [{ price: 12_000, seats: 4 }] })
    const order = await placed(app.db, anOrder(event))
    const html = await page(addressOf(order))
    expect(html).toContain('US$120 is still to pay')
    expect(html).toContain('Pay US$120 now')
    expect(html).toContain('QR code for ticket')
  })

  describe('by bank transfer', () => {
    async function transferOrder(people = 1) {
      const event = await givenEvent(app.db, {
        paymentMethods: 'bank-transfer',
        tickets: [{ price: 12_000, seats: 9, name: 'Full pass' }],
      })
      const list = Array.from({ length: people }, () => aPerson(event.tickets[0]!.id))
      return await placed(app.db, anOrder(event, { people: list, paymentMethod: 'bank-transfer' }))
    }

    async function arrives(orderId: string, amountMinor: number, reference: string) {
      await transact(app.db, async (db) => {
        const amount = { amountMinor, currency: 'USD' }
        const money = { orderId, attemptId: null, method: 'bank-transfer', reference, amount, expected: null }
        await bookMoney(db, { ...money, now: NOW, receivedAt: NOW, actor: { kind: 'system' } })
      })
    }

    test('says how much, to whom and by when, and asks for no card', async () => {
      const order = await transferOrder()
      const words = textOf(await page(addressOf(order)))
      expect(words).toContain('Only the payment is left')
      expect(words).toMatch(/held until 5 December 2026, \d\d:\d\d \(UTC\+2\)\. Send US\$120/)
      expect(words).toMatch(/Reference RF\d\d [A-Z0-9]{4} [A-Z0-9]{4}/)
      expect(words).not.toMatch(/Pay US\$|QR code/)
      app.setNow('2026-12-06T12:00:00.000Z')
      expect(textOf(await page(addressOf(order)))).toContain('The money was due already.')
    })

    test('of which a part came says what came and what is missing', async () => {
      const order = await transferOrder()
      await arrives(order.orderId, 5000, 'one')
      const words = textOf(await page(addressOf(order)))
      expect(words).toContain('Part of your money is here')
      expect(words).toContain('We have received US$50; US$70 is still missing.')
      expect(words).toContain('Payment received: US$50')
      expect(words).toMatch(/Amount US\$70/)
    })

    test('of which too much came is confirmed, and says so', async () => {
      const order = await transferOrder()
      await arrives(order.orderId, 15_000, 'one')
      const words = textOf(await page(addressOf(order)))
      expect(words).toContain('You are going to Kigali')
      expect(words).toContain('US$30 more came than was owed')
      expect(words).not.toContain('How to pay')
    })

    test('the status page has words for each', async () => {
      const order = await transferOrder()
      const ask = async () =>
        textOf(await (await app.post('/status', { code: order.code, known: (await nameOf(order.orderId))! })).text())
      expect(await ask()).toContain('the seats are held until the money arrives')
      await arrives(order.orderId, 5000, 'one')
      expect(await ask()).toContain('part of the money has arrived')
      await arrives(order.orderId, 9000, 'two')
      expect(await ask()).toContain('More money came than was owed')
    })

    async function nameOf(orderId: string) {
      const row = await app.db
        .selectFrom('orders')
        .innerJoin('people', 'people.id', 'orders.personId')
        .select('fullName')
        .where('orders.id', '=', orderId)
        .executeTakeFirst()
      return row?.fullName
    }
  })

  test('by invoice is confirmed, and says by when it is owed', async () => {
    const event = await givenEvent(app.db, { paymentMethods: 'invoice', tickets: [{ price: 12_000, seats: 4 }] })
    const payer = { name: 'Purchasing', address: '1 Example Road', country: 'KE', purchaseOrder: 'PO-77' }
    const order = await placed(app.db, anOrder(event, { paymentMethod: 'invoice', payer }))
    const words = textOf(await page(addressOf(order)))
    expect(words).toMatch(/US\$120 is still to pay, by 21 December 2026/)
    expect(words).toContain('Purchase order PO-77')
    expect(words).toContain('Add to calendar')
  })

  test('that was cancelled and paid back says so', async () => {
    const { order } = await paidOrder()
    await paid(app.db, order.orderId)
    const input = { registrationIds: order.registrations.map(({ id }) => id), now: NOW, reason: 'test' }
    await cancelRegistrations(app.db, { ...input, actor: { kind: 'system' } })
    const payment = await app.db.selectFrom('payments').select('id').executeTakeFirstOrThrow()
    const amount = { amountMinor: 12_000, currency: 'USD' }
    const attempt = { orderId: order.orderId, paymentId: payment.id, number: 1, way: 'provider' as const, ...amount }
    await app.db
      .insertInto('refundAttempts')
      .values({
        ...attempt,
        id: 'a',
        state: 'pending',
        reason: 'any',
        note: '',
        createdAt: NOW,
        updatedAt: NOW,
      } as never)
      .execute()
    const pending = textOf(await page(addressOf(order)))
    expect(pending).toContain('This order is cancelled')
    expect(pending).toContain('Money on its way back: US$120')
    await app.db.updateTable('refundAttempts').set({ state: 'done' }).execute()
    const refund = { orderId: order.orderId, paymentId: payment.id, providerReference: 'r', ...amount, reason: 'any' }
    await app.db
      .insertInto('refunds')
      .values({ ...refund, id: 'r', attemptId: 'a', refundedAt: NOW, createdAt: NOW })
      .execute()
    const done = textOf(await page(addressOf(order)))
    expect(done).toContain('Your money is on its way back')
    expect(done).toContain('US$120 went back to where it came from.')
    expect(done).not.toContain('Money on its way back: US$120')
  })

  test('shows add-ons with their main ticket, and a guest’s with the guest', async () => {
    const event = await givenEvent(app.db, {
      tickets: [
        { name: 'Full pass' },
        { name: 'Dinner', isAddon: 1 },
        { name: 'Accompanying person', isAddon: 1, allowsGuest: 1 },
      ],
    })
    const [pass, dinner, guest] = event.tickets.map(({ id }) => id)
    const amina = aPerson(pass!, { fullName: 'Amina' })
    const people = [
      amina,
      { ...amina, ticketTypeId: dinner!, mainAt: 0 },
      { ...aPerson(guest!, { fullName: 'Juma', email: '' }), mainAt: 0 },
    ]
    const order = await placed(app.db, anOrder(event, { people }))
    const html = await page(addressOf(order))
    expect(textOf(html)).toMatch(/Ticket Full pass With it Dinner/)
    expect(html.match(/class="ticket"/g)).toHaveLength(2)
    expect(textOf(html)).toContain('One ticket for Routing workshop')
  })

  test('offers what can be changed about each seat, as the rules of the event say', async () => {
    const { event, order } = await paidOrder()
    await paid(app.db, order.orderId)
    const { code } = order.registrations[0]!
    const html = await page(addressOf(order))
    const at = (step: string) => `/orders/${order.code}/seats/${code}/${step}?key=`
    for (const step of ['details', 'ticket', 'cancel']) expect(html).toContain(at(step))
    for (const step of ['substitute', 'remote', 'name']) expect(html).not.toContain(at(step))
    const rules = { substitution: 'free', editUntilAt: NOW, changeUntilAt: NOW, refundAsks: 'refund' }
    await app.db
      .insertInto('changeRules')
      .values({ eventId: event.id, ...rules } as never)
      .execute()
    const changed = await page(addressOf(order))
    expect(changed).toContain(at('substitute'))
    for (const step of ['details', 'ticket']) expect(changed).not.toContain(at(step))
    app.setNow('2027-07-01T00:00:00.000Z')
    expect(await page(addressOf(order))).not.toContain('/seats/')
  })

  test('of an event that was cancelled says that first', async () => {
    const { order } = await paidOrder()
    await app.db.updateTable('events').set({ status: 'cancelled', cancelledAt: NOW }).execute()
    const registrationIds = order.registrations.map(({ id }) => id)
    await cancelRegistrations(app.db, {
      registrationIds,
      now: NOW,
      actor: { kind: 'system' },
      reason: 'event cancelled',
    })
    expect(await page(addressOf(order))).toContain('\u2068Routing workshop\u2069 has been cancelled.')
  })

  test('speaks the reader’s language', async () => {
    const { order } = await paidOrder()
    const html = await page(addressOf(order, '', '/fr'))
    expect(html).toContain('il ne reste plus qu’à payer')
    expect(html).toMatch(/Payer 120\s\$US maintenant/)
  })

  test('asks the same number of questions for one seat and for nine', async () => {
    const count = async (address: string) => {
      let queries = 0
      const { db } = app.services
      app.services.db = db.withPlugin({
        transformQuery: ({ node }) => (queries++, node),
        transformResult: ({ result }) => Promise.resolve(result),
      })
      await page(address)
      app.services.db = db
      return queries
    }
    const [one, nine] = [(await paidOrder(1)).order, (await paidOrder(9)).order]
    expect(await count(addressOf(nine))).toBe(await count(addressOf(one)))
  })
})

test('the page of an order fits into the first flight with its style', async () => {
  const { order } = await paidOrder(4)
  await paid(app.db, order.orderId)
  const html = await page(addressOf(order))
  expect(await weightOf(html)).toBeLessThanOrEqual(FIRST_FLIGHT)
})
