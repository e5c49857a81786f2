import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { managerKey, orderKey, payerKey, seatKey } from '#app/registrations/order-key.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { offerKey, waitingKey } from '#app/waiting-list/waiting-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent, type GivenTicket } from '#tests/support/given.ts'
import { givenVoucher } from '#tests/vouchers/given-voucher.ts'
import { aWish, entryOf, givenFullEvent, joined, openOffersOf } from '#tests/waiting-list/a-queue.ts'
import { formOf, person, textOf } from './form-of.ts'

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
const count = async (table: 'registrations' | 'orders' | 'messages' | 'files') => {
  const { rows } = await app.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return Number(rows)
}

describe('keys', () => {
  test('open what they are for, and nothing else', async () => {
    const event = await givenFullEvent(app.db, { tickets: [{ seats: 2, price: 100, maxPerOrder: 5 }], seats: 0 })
    const id = event.tickets[0]!.id
    const people = [aPerson(id), aPerson(id, { fullName: '', email: '', isUnnamed: true })]
    const order = await placed(app.db, anOrder(event, { people }))
    await paid(app.db, order.orderId)
    const other = await givenEvent(app.db)
    const another = await placed(app.db, anOrder(other))
    const entry = await entryOf(app.db, await joined(app.db, aWish(event, { partySize: 1 })))
    const { secret } = app.services.config
    const keyed = { id: order.orderId, keyVersion: order.keyVersion }
    const seat = await app.db.selectFrom('registrations').selectAll().where('orderId', '=', order.orderId).execute()
    const [first] = seat
    const keys = {
      order: orderKey(secret, keyed),
      manager: managerKey(secret, keyed),
      payer: payerKey(secret, keyed),
      seat: seatKey(secret, { id: first!.id, personId: first!.personId, keyVersion: order.keyVersion }),
      waiting: waitingKey(secret, entry),
      offer: offerKey(secret, entry.id),
      'another order': orderKey(secret, { id: another.orderId, keyVersion: 1 }),
      'an older order': orderKey(secret, { ...keyed, keyVersion: 2 }),
      none: '',
    }
    const at = `/orders/${order.code}`
    const pages: [string, (keyof typeof keys)[]][] = [
      [at, ['order']],
      [`${at}/receipt`, ['order']],
      [`${at}/payer-link`, ['order']],
      [`${at}/late`, ['order']],
      [`${at}.ics`, ['order']],
      [`${at}/ways`, ['order', 'payer']],
      [`${at}/claim`, ['order', 'payer']],
      [`${at}/pay`, ['order', 'payer']],
      [`${at}/return`, ['order', 'payer']],
      [`${at}/payer`, ['payer']],
      [`${at}/seats`, ['manager']],
      [`${at}/seats/${seat[1]!.code}/name`, ['manager']],
      [`${at}/seats/${first!.code}/clear`, ['manager']],
      [`${at}/seats/${first!.code}/details`, ['order']],
      [`${at}/seats/${first!.code}/cancel`, ['order']],
      [`${at}/seats/${first!.code}/ticket`, ['order']],
      [`${at}/seats/${first!.code}/remote`, ['order']],
      [`${at}/seats/${first!.code}/substitute`, ['order']],
      [`/registrations/${first!.code}`, ['seat']],
      [`/registrations/${first!.code}/questions/before-event`, ['seat']],
      [`/registrations/${first!.code}.ics`, ['seat']],
      [`/waiting-list/${entry.code}`, ['waiting']],
      [`/waiting-list/${entry.code}/change`, ['waiting']],
      [`/waiting-list/${entry.code}/leave`, ['waiting']],
    ]
    for (const [address, opened] of pages)
      for (const [kind, key] of Object.entries(keys)) {
        const shown = await app.get(`${address}?key=${key}`)
        await shown.text()
        const expected = opened.includes(kind as keyof typeof keys)
        // The receipt leads a stranger to the order's page, which has the words for them.
        const isOpen = shown.status === 200 || shown.headers.get('Location')?.includes(`key=${key}`) === true
        expect([address, kind, isOpen]).toEqual([address, kind, expected])
        if (expected)
          expect([address, shown.headers.get('Cache-Control')]).toEqual([
            address,
            expect.stringMatching(/no-store|private/),
          ])
        if (!expected)
          expect([address, kind, (await app.post(`${address}?key=${key}`, {})).ok]).toEqual([address, kind, false])
      }
  })

  test('a link that a manager passed on ends with the seat being taken; the person has one of their own', async () => {
    const event = await givenEvent(app.db, { tickets: [{ seats: 5 }] })
    const id = event.tickets[0]!.id
    const people = [aPerson(id), aPerson(id, { fullName: '', email: '', isUnnamed: true })]
    const order = await placed(app.db, anOrder(event, { people }))
    const { secret } = app.services.config
    const manager = managerKey(secret, { id: order.orderId, keyVersion: order.keyVersion })
    const list = await page(`/orders/${order.code}/seats?key=${manager}`)
    const link = /\/registrations\/[\w-]+\?key=[\w-]+/.exec(list)![0]
    const own = await app.post(link, { fullName: 'Amina', email: 'amina@example.org', country: 'KE' })
    expect(own.status).toBe(303)
    expect((await app.get(link)).status).toBe(404)
    expect((await app.post(link, { fullName: 'Somebody else', country: 'KE' })).status).toBe(404)
    const mine = own.headers.get('Location')!
    expect(mine).not.toContain(link)
    expect(textOf(await page(mine))).toContain('Amina')
    expect(await page(`/orders/${order.code}/seats?key=${manager}`)).not.toContain('/registrations/')
  })
})

describe('codes', () => {
  const tried = async (slug: string, code: string) => {
    const html = await page(`/events/${slug}/register`)
    return await app.post(
      `/events/${slug}/register?show=1`,
      formOf(html, { 'tickets.TYPE-1': '1', voucherCodes: code }),
    )
  }

  test('are not found by trying: after many that do not exist, none is looked at for a while', async () => {
    const event = await givenEvent(app.db, { tickets: [{ seats: 5, price: 10_000 }] })
    await givenVoucher(app.db, event.id, { code: 'SPEAKER' })
    expect(textOf(await (await tried(event.slug, 'speaker')).text())).toContain('Total US$90')
    for (let at = 0; at < 15; at++) await (await app.get(`/events/${event.slug}/register?code=GUESS${at}`)).text()
    const many = Array.from({ length: 15 }, (_, at) => `ALSO${at}`).join(', ')
    await (await tried(event.slug, many)).text()
    const shut = await tried(event.slug, 'SPEAKER')
    const html = await shut.text()
    expect(shut.status).toBe(429)
    expect(textOf(html)).toContain('Many codes were tried that do not exist here.')
    expect(textOf(html)).toContain('Total US$100')
    expect(html).toContain('value="SPEAKER"')
    expect(await page(`/events/${event.slug}/register?code=SPEAKER`)).toContain('Many codes were tried')
    const without = await tried(event.slug, '')
    expect(without.status).toBe(200)
    app.setNow(addMinutes(NOW, 16))
    expect(textOf(await (await tried(event.slug, 'speaker')).text())).toContain('Total US$90')
  })

  test('ten thousand of them in one form are a form with too many', async () => {
    const event = await givenEvent(app.db, { tickets: [{ seats: 5, price: 10_000 }] })
    const shown = await tried(event.slug, Array.from({ length: 40_000 }, (_, at) => `C${at}`).join())
    expect(shown.status).toBe(200)
    await shown.text()
  })

  test('of another event, or disabled, are codes that there are not', async () => {
    const [event, other] = [await givenEvent(app.db, { tickets: [{ price: 10_000 }] }), await givenEvent(app.db)]
    await givenVoucher(app.db, other.id, { code: 'THEIRS' })
    await givenVoucher(app.db, event.id, { code: 'GONE', isDisabled: 1 })
    const said = async (code: string) => {
      const [, sentence] = /There is no code (?:\S+) here\.(.*?)\./.exec(
        textOf(await (await tried(event.slug, code)).text()),
      )!
      return sentence
    }
    expect(await said('THEIRS')).toBe(await said('NEVER'))
    expect(await said('GONE')).toBe(await said('NEVER'))
  })
})

describe('an offer of the waiting list', () => {
  async function offered(tickets: GivenTicket[] = [{ seats: 2 }]) {
    const event = await givenFullEvent(app.db, { tickets })
    await joined(app.db, aWish(event))
    const [order] = event.orders
    const registrationIds = order!.registrations.map(({ id }) => id)
    await cancelRegistrations(app.db, { registrationIds, now: NOW, actor: { kind: 'system' }, reason: 'test' })
    await offerSeats(app.db, { now: NOW })
    const [offer] = await openOffersOf(app.db, event.id)
    const key = offerKey(app.services.config.secret, offer!.id)
    return { event, query: new URLSearchParams({ offer: offer!.id, key }) }
  }

  const form = { 'tickets.TYPE-1': '1', ...person(0, 'Amina', { shown: '0' }), conduct: 'on', formKey: 'k'.repeat(32) }

  test('opens no other event, and is not used up by trying', async () => {
    const { event, query } = await offered()
    const other = await givenEvent(app.db, { tickets: [{}] })
    const before = await count('orders')
    for (const [name, id] of [
      ['ticket', other.tickets[0]!.id],
      ['ticket', event.tickets[0]!.id],
    ] as const) {
      const sent = await app.post(`/events/${other.slug}/register?${query}`, { ...form, [`people[0].${name}`]: id })
      expect(sent.status).toBe(404)
    }
    expect(await count('orders')).toBe(before)
    expect(await openOffersOf(app.db, event.id)).toHaveLength(1)
  })

  test('goes with an add-on that is free for everybody', async () => {
    const tickets = [{ seats: 2 }, { isAddon: 1 as const, seats: 3 }]
    const { event, query } = await offered(tickets)
    const taken = { ...form, 'people[0].ticket': event.tickets[0]!.id, 'people[0].addons': 'TYPE-2' }
    const sent = await app.post(`/events/${event.slug}/register?${query}`, taken)
    expect([sent.status, textOf(await sent.text())]).toEqual([303, ''])
    expect(await count('registrations')).toBe(4)
  })

  test('is worth its seats and no more, and not without its key', async () => {
    const { event, query } = await offered()
    const ticket = { 'people[0].ticket': event.tickets[0]!.id, 'people[1].ticket': event.tickets[0]!.id }
    const two = { ...form, ...ticket, 'tickets.TYPE-1': '2', ...person(1, 'Juma', { shown: '0' }) }
    const before = await count('orders')
    expect((await app.post(`/events/${event.slug}/register?${query}`, two)).ok).toBe(false)
    query.set('key', 'x'.repeat(32))
    expect((await app.post(`/events/${event.slug}/register?${query}`, { ...form, ...ticket })).status).toBe(404)
    query.delete('offer')
    expect((await app.post(`/events/${event.slug}/register?${query}`, { ...form, ...ticket })).ok).toBe(false)
    expect(await count('orders')).toBe(before)
  })
})

describe('mails', () => {
  async function group(price?: number) {
    const event = await givenEvent(app.db, { tickets: [{ seats: 9, maxPerOrder: 9, ...(price ? { price } : {}) }] })
    const id = event.tickets[0]!.id
    const people = [aPerson(id), aPerson(id, { fullName: '', email: '', isUnnamed: true })]
    const order = await placed(app.db, anOrder(event, { people }))
    const keyed = { id: order.orderId, keyVersion: order.keyVersion }
    return {
      order,
      manager: managerKey(app.services.config.secret, keyed),
      key: orderKey(app.services.config.secret, keyed),
    }
  }

  test('a seat is not named and cleared again and again to write to strangers', async () => {
    const { order, manager } = await group()
    const seat = `/orders/${order.code}/seats/${order.registrations[1]!.code}`
    const statuses = []
    for (let at = 0; at < 8; at++) {
      app.setNow(addMinutes(NOW, at))
      const named = await app.post(`${seat}/name?key=${manager}`, {
        fullName: 'A',
        email: `stranger-${at}@example.org`,
      })
      statuses.push(named.status)
      if (named.status !== 303) expect(textOf(await named.text())).toContain('many times today already')
      await app.post(`${seat}/clear?key=${manager}`, {})
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429, 429])
  })

  test('nobody is asked for money where nothing is due', async () => {
    const { order, key } = await group()
    const before = await count('messages')
    const sent = await app.post(`/orders/${order.code}/payer-link?key=${key}`, { name: 'A', email: 'a@example.org' })
    expect(sent.status).toBe(409)
    expect(await count('messages')).toBe(before)
  })
})

describe('files', () => {
  test('of strangers are taken up to a number an hour', async () => {
    const event = await givenEvent(app.db, { tickets: [{ eligibility: 'student', proof: 'upload' }] })
    const send = async (files: number) => {
      const body = new FormData()
      body.set('tickets.TYPE-1', '1')
      for (let at = 0; at < files; at++) body.set(`people[${at}].proof`, new File(['%PDF-1.7'], 'card.pdf'))
      return await app.fetch(`/events/${event.slug}/register?show=1`, { method: 'POST', body })
    }
    await (await send(99)).text()
    await (await send(3)).text()
    expect(await count('files')).toBe(100)
    app.setNow(addMinutes(NOW, 61))
    await (await send(1)).text()
    expect(await count('files')).toBe(101)
  })

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'card.pdf'],
    ['a picture with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'card.png'],
    ['an archive', 'PK\u0003\u0004', 'card.pdf'],
    ['text', 'hello', 'card.jpg'],
  ])('%s is no paper, whatever it is called', async (_what, content, name) => {
    const event = await givenEvent(app.db, { tickets: [{ eligibility: 'student', proof: 'upload' }] })
    const body = new FormData()
    body.set('tickets.TYPE-1', '1')
    body.set('people[0].proof', new File([content], name, { type: 'application/pdf' }))
    await (await app.fetch(`/events/${event.slug}/register?show=1`, { method: 'POST', body })).text()
    expect(await count('files')).toBe(0)
  })
})

describe('a form of one event with ids of another', () => {
  test.each(['TYPE-2', 'the id of theirs', 'the add-on'])('%s is no ticket of it', async (which) => {
    const theirs = await givenEvent(app.db, { tickets: [{}, { code: 'THEIRS', price: 1 }] })
    const event = await givenEvent(app.db, {
      tickets: [{ price: 90_000 }, { price: 5, isHidden: 1, admission: 'code' }, { price: 1, isAddon: 1 }],
    })
    const [id, code] = {
      'TYPE-2': [event.tickets[1]!.id, 'TYPE-2'],
      'the id of theirs': [theirs.tickets[1]!.id, 'THEIRS'],
      'the add-on': [event.tickets[2]!.id, 'TYPE-3'],
    }[which]!
    const typed = {
      [`tickets.${code}`]: '1',
      ...person(0, 'Amina', { ticket: id!, shown: '1 USD' }),
      conduct: 'on',
      method: 'card',
      shownDue: '1',
      formKey: 'f'.repeat(32),
    }
    const sent = await app.post(`/events/${event.slug}/register`, typed)
    expect([409, 422]).toContain(sent.status)
    expect(await count('registrations')).toBe(0)
  })

  test('a price that is typed is not the price', async () => {
    const event = await givenEvent(app.db, { tickets: [{ price: 90_000 }] })
    const typed = {
      'tickets.TYPE-1': '1',
      ...person(0, 'Amina'),
      conduct: 'on',
      method: 'card',
      formKey: 'f'.repeat(32),
    }
    for (const [shown, shownDue] of [
      ['0', '0'],
      ['1', '1'],
      ['-90000', '-90000'],
      ['1e3', '9e9'],
    ]) {
      const prices = { 'people[0].shown': shown!, shownDue: shownDue!, currency: 'USD' }
      expect([409, 422]).toContain((await app.post(`/events/${event.slug}/register`, { ...typed, ...prices })).status)
    }
    expect(await count('registrations')).toBe(0)
  })
})
