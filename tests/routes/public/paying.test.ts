import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenEventByAnyWay, givenIssuer, givenOrderBy } from '#tests/payments/given-order-by.ts'
import { broken, givenShop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { orderKey, payerKey } from '#app/registrations/order-key.ts'
import { paymentReference, shownReference } from '#app/payments/reference.ts'

const open = () => givenShop(testApp)
let shop: Awaited<ReturnType<typeof open>>

beforeEach(async () => {
  shop = await open()
  await givenIssuer(shop.db)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

async function given(options: Parameters<typeof givenOrderBy>[1] = {}) {
  const order = await givenOrderBy(shop.db, options)
  const keyed = { id: order.orderId, keyVersion: order.keyVersion }
  const { secret } = shop.services.config
  return { ...order, key: orderKey(secret, keyed), payer: payerKey(secret, keyed) }
}

const page = async (path: string) => (await shop.get(path)).text()

/** A form with files, as a browser sends it. */
const upload = (path: string, fields: Record<string, string | File>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return shop.fetch(path, { method: 'POST', body })
}

const PDF = new File(['%PDF-1.7\n1 0 obj\n<< >>\nendobj\n'], 'reçu.pdf', { type: 'application/pdf' })

describe('an order that is paid by transfer', () => {
  it('shows account, reference and amount, and leads to what else one can do', async () => {
    const { code, key } = await given()
    const html = await page(`/orders/${code}?key=${key}`)
    expect(html).toContain('DE02 1203 0000 0000 2020 51')
    expect(html).toContain(shownReference(paymentReference(code)))
    expect(html).toContain(`/orders/${code}/claim?key=${key}`)
    expect(html).toContain(`/orders/${code}/ways?key=${key}`)
    expect(html).not.toContain('<script')
  })

  it('the button leads back to the order, and another way to the provider’s page', async () => {
    const { code, key } = await given()
    const back = await shop.post(`/orders/${code}/pay?key=${key}`, {})
    expect([back.status, back.headers.get('Location')]).toEqual([303, `/orders/${code}?key=${key}`])
    const away = await shop.post(`/orders/${code}/pay?key=${key}`, { method: 'card' })
    expect([away.status, away.headers.get('Location')]).toEqual([303, shop.stripe.latest().url])
    expect(away.headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  it('the payer’s key pays too, and leads back to the payer’s page', async () => {
    const { code, payer, orderId } = await given({ method: 'card' })
    const away = await shop.post(`/orders/${code}/pay?key=${payer}`, {})
    expect(away.headers.get('Location')).toBe(shop.stripe.latest().url)
    expect(shop.stripe.latest().cancelUrl).toContain(`/orders/${code}/payer?key=${payer}`)
    shop.stripe.pay(shop.stripe.latest().id)
    const back = await shop.get(new URL(shop.stripe.latest().successUrl).pathname + `?key=${payer}`)
    expect(back.headers.get('Location')).toBe(`/orders/${code}/payer?key=${payer}`)
    expect(await statesOf(shop.db, orderId)).toEqual(['confirmed'])
  })
})

describe('choosing how to pay', () => {
  it('lists the ways, those that are not possible with the reason', async () => {
    const event = await givenEventByAnyWay(shop.db, {
      price: 40,
      terms: [{ method: 'desk', fromAt: '2027-06-13T06:00:00.000Z' }],
    })
    const { code, key } = await given({ event, method: 'bank-transfer' })
    const html = await page(`/orders/${code}/ways?key=${key}`)
    expect(html).toContain('value="bank-transfer"')
    expect(html).not.toContain('value="card"')
    expect(html).toMatch(/By card.*begins at/s)
    expect(html).toMatch(/At the desk.*from/s)
  })

  it.each(['ways', 'claim', 'pay', 'return'])('without the key /%s is not there', async (what) => {
    const { code, key } = await given()
    for (const wrong of ['', '?key=', `?key=${key.slice(1)}`, `?key=${'x'.repeat(32)}`])
      expect((await shop.get(`/orders/${code}/${what}${wrong}`)).status).toBe(404)
    expect((await shop.get(`/orders/PAAA-AAAA/${what}?key=${key}`)).status).toBe(404)
  })

  it('is in Arabic and in French as well', async () => {
    const { code, key } = await given()
    expect(await page(`/ar/orders/${code}/ways?key=${key}`)).toContain('dir="rtl"')
    expect(await page(`/fr/orders/${code}/claim?key=${key}`)).toContain('Nous dire que vous avez payé')
  })
})

describe('telling that one has paid', () => {
  it('asks for a number or a file, keeps what was typed, and says where it is wrong', async () => {
    const { code, key } = await given()
    const empty = await upload(`/orders/${code}/claim?key=${key}`, { reference: '', note: 'From my bank' })
    expect(empty.status).toBe(422)
    const html = await empty.text()
    expect(html).toContain('<title>Error: ')
    expect(html).toContain('Enter the number of the transaction')
    expect(html).toContain('From my bank')
    const wrong = await upload(`/orders/${code}/claim?key=${key}`, {
      reference: 'X',
      note: '',
      file: new File(['<svg></svg>'], 'paid.svg'),
    })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('We take PDF, JPEG and PNG')
  })

  it('is on its way to finance with its file, is being checked, and is said once', async () => {
    const { code, key, orderId } = await given()
    const made = await upload(`/orders/${code}/claim?key=${key}`, { reference: 'TX-1', note: '', file: PDF })
    expect([made.status, made.headers.get('Location')]).toEqual([303, `/orders/${code}?key=${key}#pay`])
    const claim = await shop.db.selectFrom('paymentClaims').selectAll().executeTakeFirstOrThrow()
    expect(claim).toMatchObject({ orderId, kind: 'paid', reference: 'TX-1', state: 'waiting' })
    expect(claim.fileId).not.toBeNull()
    const html = await page(`/orders/${code}?key=${key}`)
    expect(html).toMatch(/being checked|checking/)
    expect(html).not.toMatch(/failed/i)
    expect((await upload(`/orders/${code}/claim?key=${key}`, { reference: 'TX-1', note: '' })).status).toBe(409)
    expect(await page(`/orders/${code}/claim?key=${key}`)).toContain('somebody is looking at it')
  })

  it('of a card there is nothing to tell', async () => {
    const { code, key } = await given({ method: 'card' })
    expect(await page(`/orders/${code}/claim?key=${key}`)).toContain('nothing to tell us')
  })
})

describe('an unknown state', () => {
  it('is shown as being checked, never as failed', async () => {
    const { code, key, orderId } = await given({ method: 'card' })
    await shop.post(`/orders/${code}/pay?key=${key}`, {})
    shop.stripe.fault({ on: 'retrieve', how: 503, times: 9 })
    await shop.get(`/orders/${code}/return?key=${key}`)
    expect(await shop.attempts(orderId)).toMatchObject([{ state: 'unknown' }])
    const html = await page(`/orders/${code}?key=${key}`)
    expect(html).toContain('We are checking your payment')
    expect(html).not.toMatch(/fail|declin/i)
  })
})
