import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'
import { orderKey, payerKey } from '#app/registrations/order-key.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { givenIssuer } from '#tests/support/statements/given-issuer.ts'
import { broken, givenShop, givenUnpaidOrder } from '#tests/support/stripe/given-shop.ts'

const open = () => givenShop(testApp)
let shop: Awaited<ReturnType<typeof open>>
let order: Awaited<ReturnType<typeof givenUnpaidOrder>>

beforeEach(async () => {
  shop = await open()
  order = await givenUnpaidOrder(shop.db)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

const keyed = () => ({ id: order.orderId, keyVersion: order.keyVersion })
const own = () => orderKey(shop.services.config.secret, keyed())
const paper = (key: string, file = 'invoice.pdf', more = '') =>
  shop.get(`/orders/${order.code}/${file}?key=${key}${more}`)

async function givenPaid() {
  await givenIssuer(shop.db, { numberPrefix: 'ISOC' })
  await shop.start(order.orderId)
  shop.stripe.pay(shop.stripe.latest().id)
  await shop.settle((await shop.attempts(order.orderId))[0]!.id)
}

async function cookieOf(role: 'finance' | 'organizer'): Promise<string> {
  const { accountId } = await givenAccount(shop.db, `${role}@example.org`, [
    { role, scope: role === 'finance' ? 'installation' : 'event', scopeId: role === 'finance' ? '' : order.event.id },
  ])
  const token = await beginSignIn(shop.db, { accountId, userAgent: null, earlierToken: null, now: NOW })
  return `plenary_sign_in=${token}`
}

test('an unpaid order has a pro-forma to print, a paid one its invoice and its tickets', async () => {
  expect((await paper(own())).status).toBe(404)
  await givenPaid()
  const page = await (await shop.get(`/orders/${order.code}?key=${own()}`)).text()
  expect(page).toContain('Invoice ISOC')
  expect(page).toContain('tickets.pdf')
  for (const file of ['invoice.pdf', 'tickets.pdf']) {
    const response = await paper(own(), file)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect((await response.text()).startsWith('%PDF-')).toBe(true)
  }
})

test('who pays opens the invoice and no ticket, a stranger nothing, and no number opens another’s paper', async () => {
  await givenPaid()
  const payer = payerKey(shop.services.config.secret, keyed())
  expect((await paper(payer)).status).toBe(200)
  expect((await paper(payer, 'tickets.pdf')).status).toBe(404)
  expect((await paper('x'.repeat(22))).status).toBe(404)
  const other = await givenUnpaidOrder(shop.db, { event: order.event })
  const key = orderKey(shop.services.config.secret, { id: other.orderId, keyVersion: other.keyVersion })
  const { number } = await shop.db.selectFrom('invoices').select('number').executeTakeFirstOrThrow()
  expect((await shop.get(`/orders/${other.code}/invoice.pdf?key=${key}&number=${number}`)).status).toBe(404)
})

test('finance opens a paper by its id and sets up issuers; an organizer does neither', async () => {
  await givenPaid()
  const { id } = await shop.db.selectFrom('invoices').select('id').executeTakeFirstOrThrow()
  const [finance, organizer] = [await cookieOf('finance'), await cookieOf('organizer')]
  const get = (path: string, cookie: string) => shop.get(path, { headers: { Cookie: cookie } })
  expect((await get(`/finance/papers/${id}.pdf`, finance)).status).toBe(200)
  expect((await get('/finance/issuers', finance)).status).toBe(200)
  expect((await get(`/finance/papers/${id}.pdf`, organizer)).status).toBe(404)
  expect((await get('/finance/issuers', organizer)).status).toBe(404)
})

test('an issuer with a wrong IBAN comes back as typed, with the reason at its field', async () => {
  const finance = await cookieOf('finance')
  const form = {
    hostId: '',
    name: 'Chapter',
    country: 'RW',
    zone: 'Africa/Kigali',
    email: 'money@example.org',
    numberPrefix: 'inet',
    accountNumber: 'CH93 0076 2011 6238 5295 8',
  }
  const post = (fields: Record<string, string>) =>
    shop.fetch('/finance/issuers/new', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Cookie: finance },
    })
  const refused = await post(form)
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('its check digits do not agree')
  expect(page).toContain('CH93 0076 2011 6238 5295 8')
  expect((await post({ ...form, accountNumber: 'CH93 0076 2011 6238 5295 7' })).status).toBe(303)
  expect((await post({ ...form, accountNumber: '' })).status).toBe(409)
  const saved = await shop.db.selectFrom('issuers').select(['numberPrefix', 'name']).execute()
  expect(saved).toEqual([{ numberPrefix: 'INET', name: 'Chapter' }])
})
