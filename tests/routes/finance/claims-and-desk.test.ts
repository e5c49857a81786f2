import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenOrderBy } from '#tests/payments/given-order-by.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { broken, givenShop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { makeClaim } from '#app/payments/claims/make-claim.server.ts'
import type { RoleName } from '#db/schema.ts'
import { nextPage } from '#tests/support/next-page.ts'

const open = () => givenShop(testApp)
let shop: Awaited<ReturnType<typeof open>>

beforeEach(async () => {
  shop = await open()
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

async function be(role: RoleName, scope: 'installation' | 'event' = 'installation', scopeId = ''): Promise<void> {
  const { accountId } = await givenAccount(shop.db, `${role}-${scope}@example.org`, [{ role, scope, scopeId }])
  shop.forgetCookies()
  await signInAs(shop, accountId)
}

async function givenClaim() {
  const order = await givenOrderBy(shop.db, { seats: 60 })
  const claim = { orderId: order.orderId, reference: 'TX-1', note: 'By Example Bank', fileId: null, now: shop.now() }
  const made = await makeClaim(shop.db, claim)
  return { ...order, claimId: made.ok ? made.value.claimId : '' }
}

const page = async (path: string) => (await shop.get(path)).text()

describe('finance looks at claims', () => {
  it('lists them, or says calmly that nothing waits', async () => {
    await be('finance')
    expect(await page('/finance/claims')).toContain('Nothing waits for you')
    const { code, claimId } = await givenClaim()
    const html = await page('/finance/claims')
    expect(html).toContain(code)
    expect(html).toContain(`/finance/claims/${claimId}`)
    expect(html).toContain('Says they paid')
  })

  it('50 of them take as many pages as they need', async () => {
    await be('finance')
    const { event } = await givenClaim()
    for (let more = 0; more < 49; more++) {
      const { orderId } = await givenOrderBy(shop.db, { event })
      await makeClaim(shop.db, { orderId, reference: `T${more}`, note: '', fileId: null, now: shop.now() })
    }
    const first = await page('/finance/claims')
    const second = await page(nextPage(first)!)
    expect([first, second].map((html) => html.match(/<th scope="row"/g)?.length)).toEqual([25, 25])
    expect(nextPage(second)).toBeNull()
    // The number of a page, as it was in addresses once, is the first.
    expect((await page('/finance/claims?page=2')).match(/<th scope="row"/g)).toHaveLength(25)
  })

  it('accepts with the amount that was looked at; one with a comma is understood, nonsense is not', async () => {
    await be('finance')
    const { claimId, orderId } = await givenClaim()
    expect(await page(`/finance/claims/${claimId}`)).toContain('value="125.00"')
    for (const amount of ['', 'much', '-1', '0', '1.234'])
      expect([amount, (await shop.post(`/finance/claims/${claimId}`, { amount })).status]).toEqual([amount, 422])
    const done = await shop.post(`/finance/claims/${claimId}`, { amount: '125,00' })
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/finance/claims?done'])
    expect(await statesOf(shop.db, orderId)).toEqual(['confirmed'])
    expect((await shop.post(`/finance/claims/${claimId}`, { amount: '125' })).status).toBe(409)
    expect(await page(`/finance/claims/${claimId}`)).toContain('This was accepted')
  })

  it('refuses with a reason, which is asked for', async () => {
    await be('finance')
    const { claimId } = await givenClaim()
    const without = await shop.post(`/finance/claims/${claimId}/refuse`, { reason: ' ' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('Say why')
    expect((await shop.post(`/finance/claims/${claimId}/refuse`, { reason: 'Not on the account.' })).status).toBe(303)
    expect(await page(`/finance/claims/${claimId}`)).toContain('Not on the account.')
  })

  it('is not there for others', async () => {
    const { claimId } = await givenClaim()
    const paths = ['/finance/claims', `/finance/claims/${claimId}`, `/finance/claims/${claimId}/file`]
    for (const path of paths) expect((await shop.get(path)).status).toBe(303)
    await be('organizer')
    for (const path of paths) expect((await shop.get(path)).status).toBe(404)
    await be('front-desk')
    for (const path of paths) expect((await shop.get(path)).status).toBe(404)
    await be('finance', 'event', 'another')
    for (const path of paths.slice(1)) expect((await shop.get(path)).status).toBe(404)
  })
})

describe('the desk', () => {
  it('finds an order, takes cash once however often the form is sent, and gives it back', async () => {
    const order = await givenOrderBy(shop.db, { method: 'desk' })
    await be('front-desk', 'event', order.event.id)
    const found = await page(`/finance/desk?q=${order.code}`)
    expect(found).toContain(`/finance/desk/${order.code}`)
    const html = await page(`/finance/desk/${order.code}`)
    expect(html).toContain('value="125.00"')
    const formKey = /name="formKey" value="([\w-]+)"/.exec(html)![1]!
    const form = { formKey, way: 'cash', amount: '125,00' }
    const [one, two] = [
      await shop.post(`/finance/desk/${order.code}`, form),
      await shop.post(`/finance/desk/${order.code}`, form),
    ]
    expect([one.status, two.status]).toEqual([303, 303])
    expect(one.headers.get('Location')).toBe(two.headers.get('Location'))
    const { id } = await shop.db.selectFrom('payments').select('id').executeTakeFirstOrThrow()
    expect(await page(one.headers.get('Location')!)).toContain(id)
    expect(await page(one.headers.get('Location')!)).toContain('The payment is booked.')
    const [, next] = /href="([^"]*\/check-in\/[^"]*)"/.exec(await page(one.headers.get('Location')!))!
    expect(await page(next!)).toContain('Check in')
    expect((await shop.post(`/finance/desk/payments/${id}/reverse`, { reason: '' })).status).toBe(422)
    const back = await shop.post(`/finance/desk/payments/${id}/reverse`, { reason: 'wrong person' })
    expect(back.headers.get('Location')).toBe(`/finance/desk/${order.code}?reversed`)
    expect(await page(back.headers.get('Location')!)).toContain('Booked as given back')
  })

  it('says what is wrong at the field, and keeps what was typed', async () => {
    const { code } = await givenOrderBy(shop.db, { method: 'desk' })
    await be('finance')
    const formKey = 'k'.repeat(32)
    for (const [form, message] of [
      [{ formKey, way: 'cash', amount: 'all' }, 'Enter an amount above zero'],
      [{ formKey, way: 'sheep', amount: '1' }, 'Choose cash or card'],
    ] as const) {
      const answer = await shop.post(`/finance/desk/${code}`, form)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(message)
    }
    const tooMuch = await shop.post(`/finance/desk/${code}`, { formKey, way: 'card', amount: '999' })
    expect(tooMuch.status).toBe(409)
    const html = await tooMuch.text()
    expect(html).toContain('This is more than is due')
    expect(html).toContain('value="999"')
  })

  it('knows only the orders of its event, and says when nobody is found', async () => {
    const order = await givenOrderBy(shop.db, { method: 'desk' })
    await be('front-desk', 'event', 'another')
    expect(await page(`/finance/desk?q=${order.code}`)).toContain('Nobody is found')
    expect((await shop.get(`/finance/desk/${order.code}`)).status).toBe(404)
    await be('instructor', 'event', order.event.id)
    expect((await shop.get('/finance/desk')).status).toBe(404)
  })
})
