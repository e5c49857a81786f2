import { brotliCompressSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cancelRegistrations } from '#app/registrations/cancel-registrations.server.ts'
import { lapseHolds } from '#app/registrations/lapse-holds.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, givenAttempt, paid, placed } from '#tests/registrations/an-order.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

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
    expect(html).toContain('Your seats were given back')
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
    expect(html).toContain('Part of your order stands')
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
    expect(html).toContain('vos places vous attendent')
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

test('the page of an order and the stylesheet fit into the first flight: 14,336 bytes', async () => {
  const { order } = await paidOrder(4)
  await paid(app.db, order.orderId)
  const html = await page(addressOf(order))
  const href = /href="(\/assets\/plenary-[^"]+\.css)"/.exec(html)![1]!
  const css = readFileSync(`${process.env.PLENARY_BUILD_DIR ?? 'build'}/client${href}`)
  const [first, second] = [Buffer.from(html), css].map((one) => brotliCompressSync(one).length)
  expect(first! + second!).toBeLessThanOrEqual(14_336)
})
