import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { combineOrders } from '#app/registrations/order-combiner.server.ts'
import { shareReads } from '#app/registrations/shared-reads.server.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'
import { givenInetLike } from './inet-like.ts'

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

/** What the page's form would send: its hidden fields, with these typed. */
async function filled(slug: string, typed: Record<string, string> = {}, from?: string) {
  const html = from ?? (await page(`/events/${slug}/register`))
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((match) => [
    match[1]!,
    match[2]!,
  ])
  return { ...Object.fromEntries(hidden), ...typed } as Record<string, string>
}

const AMINA = {
  'tickets.TYPE-1': '1',
  'people[0].fullName': 'Amina Odhiambo',
  'people[0].email': 'amina@example.org',
  'people[0].country': 'KE',
  conduct: 'on',
}

const orders = async () => await app.db.selectFrom('orders').selectAll().execute()

describe('a free event with one ticket', () => {
  test('is one short form, and one post away from the order', async () => {
    const { slug } = await givenEvent(app.db)
    const html = await page(`/events/${slug}/register`)
    expect(html).toContain('<title>Register for Routing workshop – Plenary</title>')
    expect(html).toContain('name="people[0].fullName"')
    expect(html).not.toContain('name="method"')
    expect(html).not.toMatch(/<script|style="/)

    const answer = await app.post(`/events/${slug}/register`, await filled(slug, AMINA))
    expect(answer.status).toBe(303)
    const [order] = await orders()
    expect(answer.headers.get('Location')).toMatch(new RegExp(`^/orders/${order!.code}\\?key=[\\w-]{32}$`))
    const followed = await app.get(answer.headers.get('Location')!)
    expect(await followed.text()).toContain('You are going to \u2068Kigali\u2069, \u2068Amina Odhiambo\u2069.')
  })

  test('sent twice is one order', async () => {
    const { slug } = await givenEvent(app.db)
    const form = await filled(slug, AMINA)
    const first = await app.post(`/events/${slug}/register`, form)
    const second = await app.post(`/events/${slug}/register`, form)
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
    expect(await orders()).toHaveLength(1)
  })

  test('in French stays French', async () => {
    const { slug } = await givenEvent(app.db)
    const html = await page(`/fr/events/${slug}/register`)
    expect(html).toContain('S’inscrire')
    const answer = await app.post(`/fr/events/${slug}/register`, await filled(slug, AMINA, html))
    expect(answer.headers.get('Location')).toMatch(/^\/fr\/orders\//)
    expect((await orders())[0]!.language).toBe('fr')
  })
})

test('who is signed in finds their own name and address typed, and stands in the trail', async () => {
  const { slug } = await givenEvent(app.db)
  const { accountId } = await givenAccount(app.db, 'amina@example.org')
  await signInAs(app, accountId)
  const html = await page(`/events/${slug}/register`)
  expect(html).toContain('value="amina@example.org"')
  await app.post(`/events/${slug}/register`, await filled(slug, AMINA, html))
  const trail = await app.db.selectFrom('auditEntries').select('actorId').where('action', '=', 'order.placed').execute()
  expect(trail).toEqual([{ actorId: accountId }])
})

test('a form with mistakes comes back as typed, each named at its field and on top', async () => {
  const { slug } = await givenEvent(app.db)
  const form = await filled(slug, { ...AMINA, 'people[0].fullName': '  ', 'people[0].email': 'amina@' })
  delete form['conduct']
  const answer = await app.post(`/events/${slug}/register`, form)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(html).toContain('<title>Error: Register for Routing workshop – Plenary</title>')
  expect(html).toContain('3 things need your attention')
  expect(html).toMatch(/href="#people-0-fullName">Enter the full name/)
  expect(html).toMatch(/href="#people-0-email">Enter an email address/)
  expect(html).toMatch(/href="#conduct">Tick the code of conduct/)
  expect(html).toContain('value="amina@"')
  expect(html).toMatch(/<option value="KE" selected="">/)
  expect(html).toContain(`name="formKey" value="${form['formKey']}"`)
  expect(await orders()).toHaveLength(0)
})

test('every field that is too long, odd or forged is a message, never a fault', async () => {
  const { slug } = await givenEvent(app.db)
  const forged = {
    'people[0].fullName': 'x'.repeat(300),
    'people[0].email': `${'x'.repeat(300)}@example.org`,
    'people[0].country': 'XX',
    'people[0].shown': '-5',
    'people[0].ticket': 'another',
    'people[99].email': 'x',
    'people[0].answers.none': 'x',
    'tickets.TYPE-1': '1e9',
    formKey: '<script>',
    method: 'shells',
  }
  for (const [name, value] of Object.entries(forged)) {
    const answer = await app.post(`/events/${slug}/register`, await filled(slug, { ...AMINA, [name]: value }))
    expect([303, 409, 422], name).toContain(answer.status)
  }
  expect((await app.post(`/events/${slug}/register`, {})).status).toBe(422)
})

describe('several people', () => {
  test('get their fields by the button that shows them, and keep what was typed', async () => {
    const { slug } = await givenEvent(app.db, { tickets: [{ seats: 9 }, { seats: 9, name: 'Remote' }] })
    const first = await page(`/events/${slug}/register`)
    expect(first).not.toContain('people[0]')
    const numbers = { 'tickets.TYPE-1': '1', 'tickets.TYPE-2': '1' }
    const shown = await app.post(`/events/${slug}/register?show=people`, await filled(slug, numbers, first))
    const html = await shown.text()
    expect(shown.status).toBe(200)
    expect(html).toContain('Person 2')
    expect(html).toContain('Register 2 people')

    const typed = {
      ...numbers,
      'people[0].fullName': 'Amina',
      'people[0].email': 'a@example.org',
      'people[0].country': 'KE',
      'people[1].fullName': 'Тест',
      'people[1].email': 'b@example.org',
      'people[1].country': 'KZ',
    }
    // The first person's ticket goes: the second becomes the only one.
    const less = await app.post(
      `/events/${slug}/register?show=people`,
      await filled(slug, { ...typed, 'tickets.TYPE-1': '0' }, html),
    )
    const fewer = await less.text()
    expect(fewer).toContain('value="Тест"')
    expect(fewer).not.toContain('value="Amina"')

    const answer = await app.post(`/events/${slug}/register`, await filled(slug, { ...typed, conduct: 'on' }, html))
    expect(answer.status).toBe(303)
    const people = await app.db.selectFrom('people').select('fullName').orderBy('fullName').execute()
    expect(people.map(({ fullName }) => fullName)).toEqual(['Amina', 'Тест'])
  })

  test('who changed the numbers and did not look are shown the people first', async () => {
    const { slug } = await givenEvent(app.db)
    const answer = await app.post(`/events/${slug}/register`, await filled(slug, { ...AMINA, 'tickets.TYPE-1': '2' }))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('The tickets have changed. Check the people below, then register.')
    expect(html).toContain('value="Amina Odhiambo"')
    expect(html).toContain('name="people[1].fullName"')
  })

  test('with an error say whose it is', async () => {
    const { slug } = await givenEvent(app.db)
    const shown = await app.post(`/events/${slug}/register?show=people`, await filled(slug, { 'tickets.TYPE-1': '2' }))
    const typed = { ...AMINA, 'tickets.TYPE-1': '2', 'people[1].fullName': 'B', 'people[1].country': 'KE' }
    const form = await filled(slug, { ...typed, 'people[1].email': 'amina@example.org' }, await shown.text())
    const answer = await app.post(`/events/${slug}/register`, form)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toMatch(/#people-1-email">Person 2: This email address stands on this order twice/)
  })
})

describe('questions', () => {
  test('are asked with the tickets they belong to, checked, and kept', async () => {
    const event = await givenInetLike(app.db)
    const [full, , , , , , , , , , , , remote] = event.tickets
    const [, , , , visa, , , , , , , source] = await app.db
      .selectFrom('questions')
      .selectAll()
      .orderBy('position')
      .execute()
    await app.db.insertInto('questionTicketTypes').values({ questionId: visa!.id, ticketTypeId: full!.id }).execute()
    expect(await page(`/events/inet-2027/register?ticket=${remote!.code}`)).not.toContain('I need a visa')

    const html = await page('/events/inet-2027/register?ticket=FULL')
    expect(html).toContain('I need a visa')
    const typed = { ...AMINA, 'tickets.TYPE-1': '0', 'tickets.FULL': '1', method: 'card' }
    const missing = await app.post('/events/inet-2027/register', await filled('inet-2027', typed, html))
    const again = await missing.text()
    expect(missing.status).toBe(422)
    expect(again).toMatch(/#people-0-answers-Q4">\u2068Language for emails\u2069: Choose one/)

    const form = new URLSearchParams(await filled('inet-2027', typed, html))
    form.set('people[0].answers.Q4', 'o2')
    form.set('people[0].answers.Q5', 'o1')
    form.append('people[0].answers.Q12', 'o1')
    form.append('people[0].answers.Q12', 'o3')
    expect((await app.post('/events/inet-2027/register', form)).status).toBe(303)
    const answers = await app.db.selectFrom('answers').select(['questionId', 'value']).execute()
    expect(answers).toHaveLength(3)
    expect(answers).toContainEqual({ questionId: source!.id, value: '["o1","o3"]' })
  })
})

describe('a paid ticket', () => {
  test('leads to the payment page, its seats held', async () => {
    const { slug } = await givenEvent(app.db, { tickets: [{ price: 12_000, seats: 4 }] })
    const form = await filled(slug, { ...AMINA, method: 'card' })
    const answer = await app.post(`/events/${slug}/register`, form)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toMatch(/\/test-gateway\//)
    expect(await app.db.selectFrom('registrations').select('state').execute()).toEqual([{ state: 'held' }])
    const again = await app.post(`/events/${slug}/register`, form)
    expect(again.headers.get('Location')).toMatch(/\/test-gateway\//)
    expect(await orders()).toHaveLength(1)
  })

  test('whose payment page is away leads to the order, which says so', async () => {
    app.services.gateways['card'] = {
      ...app.services.gateways['card']!,
      start: () => Promise.reject(new Error('away')),
    }
    const { slug } = await givenEvent(app.db, { tickets: [{ price: 12_000, seats: 4 }] })
    const answer = await app.post(`/events/${slug}/register`, await filled(slug, { ...AMINA, method: 'card' }))
    expect(answer.headers.get('Location')).toMatch(/^\/orders\/P.*payment=payment-unavailable/)
    const html = await page(answer.headers.get('Location')!)
    expect(html).toContain('Nothing was charged and your seats are still held')
    expect(html).toContain('Pay US$120 now')
  })

  test('that got dearer meanwhile is not booked until the person says so', async () => {
    const { slug } = await givenEvent(app.db, { tickets: [{ price: 100, seats: 4 }] })
    const form = await filled(slug, { ...AMINA, method: 'card' })
    await app.db.updateTable('priceSteps').set({ amountMinor: 200 }).execute()
    const answer = await app.post(`/events/${slug}/register`, form)
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('now costs US$2')
    expect(await orders()).toHaveLength(0)
    const again = await app.post(`/events/${slug}/register`, await filled(slug, { ...AMINA, method: 'card' }, html))
    expect(again.status).toBe(303)
  })
})

describe('instead of a form', () => {
  test.each([
    ['cancelled', { status: 'cancelled' as const, cancelledAt: NOW }, 'This event has been cancelled.'],
    ['over', { endsAt: '2026-01-01T00:00:00.000Z' }, 'This event is over.'],
    ['by application', { admission: 'application' as const }, 'by applying'],
    ['by invitation', { admission: 'invitation' as const }, 'by invitation'],
    ['elsewhere', { admission: 'none' as const }, 'not handled here'],
    ['sold out', { tickets: [{ seats: 0 }] }, 'All seats are taken.'],
    ['closed', { tickets: [{ isClosed: 1 as const }] }, 'Registration has closed.'],
    ['later', { tickets: [{ onSaleFromAt: '2027-01-31T22:00:00.000Z' }] }, 'opens on 1 February 2027, 00:00 (UTC+2)'],
  ])('an event that is %s says so', async (_name, given, sentence) => {
    const { slug } = await givenEvent(app.db, given)
    const html = await page(`/events/${slug}/register`)
    expect(html).toContain(sentence)
    expect(html).not.toContain('name="formKey"')
  })

  test('a draft and an unknown event are not there', async () => {
    const { slug } = await givenEvent(app.db, { status: 'draft' })
    expect((await app.get(`/events/${slug}/register`)).status).toBe(404)
    expect((await app.get('/events/unknown/register')).status).toBe(404)
  })

  test('an event that sold out while the form was filled in says so', async () => {
    const { slug } = await givenEvent(app.db, { tickets: [{ seats: 1 }, { seats: 5 }] })
    const html = await page(`/events/${slug}/register?ticket=TYPE-1`)
    await app.db.updateTable('quotas').set({ size: 0 }).where('size', '=', 1).execute()
    const answer = await app.post(`/events/${slug}/register`, await filled(slug, AMINA, html))
    expect([409, 422]).toContain(answer.status)
    expect(await answer.text()).toContain('Sold out')
  })
})

test('sent again after its seats were the last, a form leads to its order', async () => {
  const { slug } = await givenEvent(app.db, { tickets: [{ seats: 1 }] })
  const form = await filled(slug, AMINA)
  const first = await app.post(`/events/${slug}/register`, form)
  expect(first.status).toBe(303)
  const second = await app.post(`/events/${slug}/register`, form)
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  const other = await app.post(`/events/${slug}/register`, { ...form, formKey: 'n'.repeat(32) })
  expect(other.status).toBe(409)
})

test('when the last seat was taken meanwhile, everything typed rides along until one comes free', async () => {
  const { slug } = await givenEvent(app.db, { tickets: [{ seats: 1 }] })
  const form = await filled(slug, AMINA)
  await app.db.updateTable('quotas').set({ size: 0 }).execute()
  const refused = await app.post(`/events/${slug}/register`, form)
  const html = await refused.text()
  expect(refused.status).toBe(409)
  expect(html).toContain('<title>Error: ')
  expect(html).toContain('All seats are taken.')
  expect(html).toContain('name="people[0].fullName" value="Amina Odhiambo"')
  await app.db.updateTable('quotas').set({ size: 1 }).execute()
  expect((await app.post(`/events/${slug}/register`, await filled(slug, { conduct: 'on' }, html))).status).toBe(303)
})

test('when the database is away, everything typed rides along and can be sent again', async () => {
  const { slug } = await givenEvent(app.db)
  const form = await filled(slug, AMINA)
  const { db, reads, placeOrder } = app.services
  const away = new Proxy(db, {
    get: (_, name) => {
      if (name === 'getExecutor') return () => db.getExecutor()
      throw new Error('the database is away')
    },
  })
  Object.assign(app.services, { db: away, reads: shareReads(away), placeOrder: combineOrders(away) })
  const answer = await app.post(`/events/${slug}/register`, form)
  const html = await answer.text()
  expect(answer.status).toBe(503)
  expect(html).toContain('name="people[0].fullName" value="Amina Odhiambo"')
  expect((await app.get(`/events/${slug}/register`)).status).toBe(503)
  Object.assign(app.services, { db, reads, placeOrder })
  expect((await app.post(`/events/${slug}/register`, await filled(slug, { conduct: 'on' }, html))).status).toBe(303)
})

test('the largest form fits into the first flight with its style: 14,336 bytes', async () => {
  await givenInetLike(app.db)
  const html = await page('/events/inet-2027/register?ticket=FULL')
  expect(await weightOf(html)).toBeLessThanOrEqual(FIRST_FLIGHT)
})
