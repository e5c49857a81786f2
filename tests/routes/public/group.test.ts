import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { managerKey, orderKey, payerKey, seatKey } from '#app/registrations/order-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent, type GivenTicket } from '#tests/support/given.ts'
import { formOf, textOf } from './form-of.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(async () => {
  const violations = (await checkInvariants(app.db)).filter(({ violations }) => violations > 0)
  await app.close()
  expect(violations).toEqual([])
})

const page = async (path: string) => await (await app.get(path)).text()

/** An order of one named person and seats without a name, with the addresses of its pages. */
async function group(unnamed = 2, ticket: GivenTicket = {}) {
  const event = await givenEvent(app.db, { tickets: [{ seats: 40, name: 'Pass', maxPerOrder: 40, ...ticket }] })
  const id = event.tickets[0]!.id
  const nobody = () => aPerson(id, { fullName: '', email: '', isUnnamed: true })
  const people = [aPerson(id, { fullName: 'Grace', country: 'KE' }), ...Array.from({ length: unnamed }, nobody)]
  const order = await placed(app.db, anOrder(event, { people }))
  const { secret } = app.services.config
  const keyed = { id: order.orderId, keyVersion: order.keyVersion }
  const keys = { order: orderKey(secret, keyed), manager: managerKey(secret, keyed), payer: payerKey(secret, keyed) }
  const codes = order.registrations.map(({ code }) => code)
  const seats = `/orders/${order.code}/seats`
  return {
    event,
    order,
    keys,
    codes,
    list: `${seats}?key=${keys.manager}`,
    at: (number: number, step: string) => `${seats}/${codes[number]}/${step}?key=${keys.manager}`,
    /** The link of the person on a seat now. */
    async own(number: number) {
      const code = codes[number]!
      const { id, personId } = await app.db
        .selectFrom('registrations')
        .select(['id', 'personId'])
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
      return `/registrations/${code}?key=${seatKey(secret, { id, personId, keyVersion: order.keyVersion })}`
    },
  }
}

const AMINA = { fullName: 'Amina Odhiambo', email: 'amina@example.org' }
const WHOLE = { ...AMINA, country: 'KE' }

const mails = async (template: 'ticket' | 'payer-link') =>
  await app.db.selectFrom('messages').select('recipientEmail').where('template', '=', template).execute()

describe('the manager of a group', () => {
  test('sees the seats and no money', async () => {
    const { list, order } = await group(2, { price: 12_345 })
    await paid(app.db, order.orderId)
    const answer = await app.get(list)
    const html = await answer.text()
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(textOf(html)).toContain('1 of 3 seats have a name.')
    expect(html.match(/\/name\?key=/g)).toHaveLength(2)
    expect(html).not.toMatch(/US\$|123|receipt|\/pay/)
    expect(html).not.toContain(orderKey(app.services.config.secret, { id: order.orderId, keyVersion: 1 }))
  })

  test('names a seat: the person gets their own ticket, once per address', async () => {
    const { list, at } = await group()
    const answer = await app.post(at(1, 'name'), AMINA)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe(list)
    expect(await mails('ticket')).toEqual([{ recipientEmail: 'amina@example.org' }])
    const html = await page(list)
    expect(html).toContain('Amina Odhiambo')
    expect(textOf(html)).toContain('Details missing')
    expect((await app.post(at(1, 'name'), AMINA)).headers.get('Location')).toBe(list)
    const twice = await app.post(at(2, 'name'), { ...AMINA, email: 'AMINA@example.org' })
    expect(twice.status).toBe(409)
    expect(await twice.text()).toMatch(/href="#email">This email address has this ticket already/)
    const trail = await app.db
      .selectFrom('auditEntries')
      .select('objectId')
      .where('action', '=', 'registration.named')
      .execute()
    expect(trail).toHaveLength(1)
  })

  test('is told what is missing, and keeps what was typed', async () => {
    const { at } = await group()
    const answer = await app.post(at(1, 'name'), { fullName: '', email: 'amina@' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('<title>Error: ')
    expect(html).toMatch(/href="#fullName">Enter the full name/)
    expect(html).toContain('value="amina@"')
  })

  test('takes a name off again, and its link opens nothing any more', async () => {
    const { at, own, list } = await group()
    await app.post(at(1, 'name'), AMINA)
    const link = await own(1)
    expect((await app.get(link)).status).toBe(200)
    expect(await page(at(1, 'clear'))).toContain('Take the name off this seat?')
    expect((await app.post(at(1, 'clear'), {})).status).toBe(303)
    expect((await app.get(link)).status).toBe(404)
    expect(textOf(await page(list))).toContain('1 of 3 seats have a name.')
    expect((await app.post(at(1, 'name'), AMINA)).status).toBe(303)
    expect(await mails('ticket')).toHaveLength(1)
  })

  test('cannot take it off who has told their details, nor off who ordered', async () => {
    const { at, own, list } = await group()
    await app.post(at(1, 'name'), AMINA)
    expect((await app.post(await own(1), WHOLE)).status).toBe(303)
    expect(textOf(await page(list))).toContain('Details told')
    const refused = await app.post(at(1, 'clear'), {})
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('This person has told their details already.')
    expect((await app.post(at(0, 'clear'), {})).status).toBe(409)
  })

  test('sends a ticket again, once an hour', async () => {
    const { at } = await group()
    await app.post(at(1, 'name'), AMINA)
    const sent = await app.post(at(1, 'send'), {})
    expect(textOf(await page(sent.headers.get('Location')!))).toContain('The ticket is on its way to Amina Odhiambo.')
    const again = await app.post(at(1, 'send'), {})
    expect(textOf(await page(again.headers.get('Location')!))).toContain('Wait an hour')
    expect(await mails('ticket')).toHaveLength(2)
    expect((await app.post(at(2, 'send'), {})).status).toBe(404)
  })

  test('finds a long list in pages', async () => {
    const { list } = await group(29)
    const html = await page(list)
    expect(html.match(/\/name\?key=/g)).toHaveLength(24)
    expect((await page(`${list}&page=2`)).match(/\/name\?key=/g)).toHaveLength(5)
    expect((await app.get(`${list}&page=99`)).status).toBe(200)
  })

  test('asks the database as often for two seats as for thirty', async () => {
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
    const [two, thirty] = [await group(1), await group(29)]
    expect(await count(thirty.list)).toBe(await count(two.list))
  })

  test('finds nothing to do when the seats are gone, or the event is over', async () => {
    const { list, order, at } = await group()
    app.setNow('2028-01-01T00:00:00.000Z')
    expect(await page(list)).not.toContain('/name?key=')
    expect((await app.post(at(1, 'name'), AMINA)).status).toBe(409)
    const registrationIds = order.registrations.map(({ id }) => id)
    await cancelRegistrations(app.db, { registrationIds, now: NOW, actor: { kind: 'system' }, reason: 'test' })
    expect(await page(list)).toContain('No seats are left')
    expect((await app.post(at(1, 'name'), AMINA)).status).toBe(404)
  })
})

describe('the person on a seat', () => {
  test('takes a seat without a name by its link, and gets the ticket', async () => {
    const { own, list, codes } = await group()
    const link = await own(1)
    const html = await page(link)
    expect(textOf(html)).toContain('A seat is kept for you at Routing workshop.')
    expect(await page(list)).toContain(link.replace('&', '&amp;'))
    const missing = await app.post(link, AMINA)
    expect(missing.status).toBe(422)
    expect(await missing.text()).toMatch(/href="#country"/)
    const answer = await app.post(link, WHOLE)
    expect(answer.status).toBe(303)
    const shown = textOf(await page(answer.headers.get('Location')!))
    expect(shown).toContain('The seat is yours. We have sent the ticket to your email address.')
    expect(shown).toContain('Your seat, Amina Odhiambo')
    expect(await mails('ticket')).toEqual([{ recipientEmail: 'amina@example.org' }])
    expect(await page(list)).not.toContain(`/registrations/${codes[1]}`)
  })

  test('sees and changes what they told, until the rule says', async () => {
    const { own, event } = await group()
    await app.post(await own(1), WHOLE)
    const html = await page(await own(1))
    expect(html).toContain('value="Amina Odhiambo"')
    expect(html).toContain('QR code for ticket')
    expect((await app.post(await own(1), { ...WHOLE, affiliation: 'KENET' })).status).toBe(303)
    expect(await page(await own(1))).toContain('value="KENET"')
    await app.db
      .insertInto('changeRules')
      .values({
        eventId: event.id,
        editUntilAt: addMinutes(NOW, 10),
        substitution: 'none',
        refundAsks: 'refund',
      } as never)
      .execute()
    app.setNow(addMinutes(NOW, 11))
    const late = await page(await own(1))
    expect(late).toContain('Details could be changed until')
    expect(late).not.toContain('name="fullName"')
    expect((await app.post(await own(1), WHOLE)).status).toBe(409)
  })

  test('keeps the address that the ticket went to: with another one the seat would be somebody else’s', async () => {
    const { own } = await group()
    await app.post(await own(1), WHOLE)
    expect(await page(await own(1))).not.toContain('name="email"')
    expect((await app.post(await own(1), { ...WHOLE, email: 'new@example.org' })).status).toBe(303)
    const people = await app.db.selectFrom('people').select('email').execute()
    expect(people.map(({ email }) => email)).not.toContain('new@example.org')
  })

  test('of a ticket for some must live where it is for', async () => {
    const { own } = await group(1, { eligibility: 'low-income-economy', proof: 'desk' })
    const refused = await app.post(await own(1), { ...AMINA, country: 'SE' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('This ticket is not for who lives there.')
    expect((await app.post(await own(1), { ...AMINA, country: 'RW' })).status).toBe(303)
  })

  test('is told that a seat is held, gone, or of an event that is off', async () => {
    const { own, order, event } = await group(1, { price: 12_000 })
    await app.post(await own(1), WHOLE)
    const held = textOf(await page(await own(1)))
    expect(held).toContain('The seat is held and not paid yet.')
    expect(held).not.toContain('US$')
    expect(await mails('ticket')).toEqual([])
    await paid(app.db, order.orderId)
    expect(await mails('ticket')).toEqual([{ recipientEmail: 'amina@example.org' }])
    await cancelEvent(app.db, { eventId: event.id, now: NOW, actor: { kind: 'system' } })
    expect(await page(await own(1))).toContain('This event has been cancelled.')
  })

  test('of a seat that was cancelled is told so', async () => {
    const { own, order } = await group(1)
    await app.post(await own(1), WHOLE)
    const registrationIds = order.registrations.map(({ id }) => id)
    await cancelRegistrations(app.db, { registrationIds, now: NOW, actor: { kind: 'system' }, reason: 'test' })
    expect(await page(await own(1))).toContain('This seat is no longer yours')
    expect((await app.post(await own(1), WHOLE)).status).toBe(409)
  })
})

describe('who pays', () => {
  test('sees what is to pay and pays it, and nobody’s name, address or answers', async () => {
    const { order, keys } = await group(1, { price: 12_000 })
    const address = `/orders/${order.code}/payer?key=${keys.payer}`
    const html = await page(address)
    expect(textOf(html)).toMatch(/Pass US\$120 .* Still to pay US\$240/)
    expect(html).not.toMatch(/Grace|@example\.org|T[A-Z0-9]{3}-[A-Z0-9]{4}/)
    for (const key of [keys.order, keys.manager]) expect(html).not.toContain(key)
    // The built-in gateway has a clock of its own.
    app.setNow(new Date().toISOString())
    const answer = await app.post(`/orders/${order.code}/pay?key=${keys.payer}`, {})
    const gateway = answer.headers.get('Location')!.replace('http://plenary.test', '')
    expect(gateway).toMatch(/^\/test-gateway\//)
    const paid = await app.post(gateway, { choice: 'succeed' })
    const back = await app.get(paid.headers.get('Location')!)
    expect(back.headers.get('Location')).toBe(address)
    expect(textOf(await page(address))).toContain('Everything is paid. Thank you.')
  })

  test('never comes back to a page that was opened for who ordered', async () => {
    const { order, keys } = await group(1, { price: 12_000 })
    const pay = async (key: string) =>
      (await app.post(`/orders/${order.code}/pay?key=${key}`, {})).headers.get('Location')!
    const [first, second] = [await pay(keys.order), await pay(keys.payer)]
    expect(second).not.toBe(first)
    const attempts = await app.db.selectFrom('paymentAttempts').select('state').orderBy('number').execute()
    expect(attempts.map(({ state }) => state)).toEqual(['expired', 'open'])
    const shown = await page(second.replace('http://plenary.test', ''))
    expect(shown).toContain(keys.payer)
    expect(shown).not.toContain(keys.order)
  })

  test('is told how, where there is no page to pay on', async () => {
    const event = await givenEvent(app.db, { paymentMethods: 'bank-transfer', tickets: [{ price: 12_000, seats: 9 }] })
    const order = await placed(app.db, anOrder(event, { paymentMethod: 'bank-transfer' }))
    const key = payerKey(app.services.config.secret, { id: order.orderId, keyVersion: 1 })
    const words = textOf(await page(`/orders/${order.code}/payer?key=${key}`))
    expect(words).toMatch(/Reference RF\d\d P/)
    expect(words).toMatch(/The money is due by \d+ \w+ 20\d\d/)
  })

  test('gets the link by mail, once an address and to a few a day', async () => {
    const { order, keys } = await group(1, { price: 12_000 })
    const address = `/orders/${order.code}/payer-link?key=${keys.order}`
    const send = (email: string) => app.post(address, { name: 'Purchasing', email })
    expect(await (await send('buy@example.org')).text()).toContain('The link is on its way to')
    const again = await send('BUY@example.org')
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('The link was sent to this address already')
    expect((await send('nobody')).status).toBe(422)
    expect((await send('two@example.org')).status).toBe(200)
    expect((await send('three@example.org')).status).toBe(200)
    expect((await send('four@example.org')).status).toBe(429)
    expect(await mails('payer-link')).toHaveLength(3)
  })

  test('finds nothing to pay when it is paid, free or over', async () => {
    const { order, keys } = await group(1)
    const address = `/orders/${order.code}/payer?key=${keys.payer}`
    expect(await page(address)).toContain('Nothing is to pay any more.')
    expect(await page(`/orders/${order.code}/payer-link?key=${keys.order}`)).toContain(
      'Nothing is to pay on this order.',
    )
  })
})

test('a key of one kind never opens another page, nor one of another order', async () => {
  const [one, other] = [await group(1, { price: 12_000 }), await group(1, { price: 12_000 })]
  const own = new URL(await one.own(1), 'http://plenary.test').searchParams.get('key')!
  const { code } = one.order
  const pages: Record<string, string> = {
    order: `/orders/${code}`,
    receipt: `/orders/${code}/receipt`,
    'payer-link': `/orders/${code}/payer-link`,
    seats: `/orders/${code}/seats`,
    name: `/orders/${code}/seats/${one.codes[1]}/name`,
    clear: `/orders/${code}/seats/${one.codes[1]}/clear`,
    payer: `/orders/${code}/payer`,
    seat: `/registrations/${one.codes[1]}`,
  }
  const right: Record<string, string> = {
    order: one.keys.order,
    receipt: one.keys.order,
    'payer-link': one.keys.order,
    seats: one.keys.manager,
    name: one.keys.manager,
    clear: one.keys.manager,
    payer: one.keys.payer,
    seat: own,
  }
  const strange = new URL(await one.own(0), 'http://plenary.test').searchParams.get('key')!
  const keys = [...Object.values(one.keys), own, ...Object.values(other.keys), strange, '', 'x']
  for (const [name, address] of Object.entries(pages))
    for (const key of new Set(keys)) {
      const { status } = await app.get(`${address}?key=${key}`)
      const isOpen = key === right[name]
      expect(status, `${name} with ${key}`).toBe(isOpen ? 200 : name === 'receipt' ? 303 : 404)
    }
  for (const key of [one.keys.order, one.keys.payer, own, other.keys.manager]) {
    expect((await app.post(`/orders/${code}/seats/${one.codes[1]}/name?key=${key}`, AMINA)).status).toBe(404)
    expect((await app.post(`/orders/${code}/seats/${one.codes[1]}/send?key=${key}`, {})).status).toBe(404)
  }
  for (const key of [one.keys.manager, own, other.keys.payer])
    expect((await app.post(`/orders/${code}/pay?key=${key}`, {})).status).toBe(404)
  expect((await app.post(`${pages['seat']}?key=${one.keys.manager}`, WHOLE)).status).toBe(404)
  expect((await app.post(`${pages['payer-link']}?key=${one.keys.manager}`, WHOLE)).status).toBe(404)
})

test('whoever ordered finds the three kinds of links, with what each shows', async () => {
  const { order, keys } = await group(1, { price: 12_000 })
  const html = await page(`/orders/${order.code}?key=${keys.order}`)
  expect(html).toContain(`/orders/${order.code}/seats?key=${keys.manager}`)
  expect(html).toContain(`/orders/${order.code}/payer?key=${keys.payer}`)
  expect(html).toContain(`/orders/${order.code}/payer-link?key=${keys.order}`)
  expect(formOf(html).toString()).toBe('')
})
