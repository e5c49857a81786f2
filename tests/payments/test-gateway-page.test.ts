import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { broken, givenUnpaidOrder, statesOf } from '#tests/support/stripe/given-shop.ts'
import { testGateway } from '#app/adapters/test-gateway.ts'
import { reconcilePayments } from '#app/payments/attempts/reconcile-payments.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import { newId } from '#app/values/id.ts'

let test: Awaited<ReturnType<typeof testApp>>
let folder: string

beforeEach(async () => {
  test = await testApp()
  folder = await mkdtemp(join(tmpdir(), 'plenary-'))
  const card = testGateway({ folder, clock: { now: () => test.services.clock.now() } })
  Object.assign(test.services, { gateways: { card }, testGateway: card })
})

afterEach(async () => {
  expect(await broken(test.db)).toEqual([])
  await test.close()
  await rm(folder, { recursive: true })
})

/** An order whose owner has pressed “Pay” and stands before the built-in gateway. */
async function givenPayerAtGateway(prefix = '') {
  const order = await givenUnpaidOrder(test.db)
  const key = orderKey(test.services.config.secret, { id: order.orderId, keyVersion: order.keyVersion })
  const response = await test.post(`${prefix}/orders/${order.code}/pay?key=${key}`, {})
  return { ...order, key, address: new URL(response.headers.get('Location')!).pathname }
}

describe('the built-in gateway’s page', () => {
  it('shows what is paid for and how much, marked as a test, without a script', async () => {
    const { code, address } = await givenPayerAtGateway()
    const response = await test.get(address)
    const html = await response.text()
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(html).toContain(`Routing workshop · ${code}`)
    expect(html).toContain('$125')
    expect(html).toContain('no money moves')
    expect(html).not.toContain('<script')
  })

  it('pays: back to the order, which is confirmed', async () => {
    const order = await givenPayerAtGateway()
    const chosen = await test.post(order.address, { choice: 'succeed' })
    expect(chosen.status).toBe(303)
    const back = await test.get(chosen.headers.get('Location')!)
    expect(back.headers.get('Location')).toBe(`/orders/${order.code}?key=${order.key}`)
    expect(await statesOf(test.db, order.orderId)).toEqual(['confirmed'])
  })

  it('declines, stays, and lets one pay after all', async () => {
    const order = await givenPayerAtGateway()
    const declined = await test.post(order.address, { choice: 'fail' })
    expect(declined.headers.get('Location')).toBe(order.address)
    expect(await (await test.get(order.address)).text()).toContain('The card was declined')
    const paid = await test.post(order.address, { choice: 'succeed' })
    await test.get(paid.headers.get('Location')!)
    expect(await statesOf(test.db, order.orderId)).toEqual(['confirmed'])
  })

  it('pays with a delay: held first, confirmed by the job', async () => {
    const order = await givenPayerAtGateway()
    const later = await test.post(order.address, { choice: 'later' })
    await test.get(later.headers.get('Location')!)
    expect(await statesOf(test.db, order.orderId)).toEqual(['held'])
    const now = addMinutes(test.services.clock.now(), 2)
    test.setNow(now)
    await reconcilePayments(test.db, test.services.gateways, { now })
    expect(await statesOf(test.db, order.orderId)).toEqual(['confirmed'])
    expect(await (await test.get(order.address)).text()).toContain('This payment is done')
  })

  it('can be left: the way back leads to the order', async () => {
    const { address, code, key } = await givenPayerAtGateway('/fr')
    expect(address).toMatch(/^\/fr\/test-gateway\//)
    const html = await (await test.get(address)).text()
    expect(html).toContain(`href="/fr/orders/${code}?key=${key}"`)
    expect(html).toContain('Revenir sans payer')
  })

  it('answers 400 to a choice that it does not offer', async () => {
    const { address } = await givenPayerAtGateway()
    expect((await test.post(address, { choice: 'refund' })).status).toBe(400)
    expect((await test.post(address, {})).status).toBe(400)
  })

  it('is not there for another attempt, nor where real money moves', async () => {
    const { address } = await givenPayerAtGateway()
    expect((await test.get(`/test-gateway/${newId(test.services.clock.now())}`)).status).toBe(404)
    test.services.testGateway = null
    expect((await test.get(address)).status).toBe(404)
    expect((await test.post(address, { choice: 'succeed' })).status).toBe(404)
  })
})
