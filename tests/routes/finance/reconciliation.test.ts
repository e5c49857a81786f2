import { afterEach, beforeEach, expect, it } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { broken, givenShop, givenUnpaidOrder } from '#tests/support/stripe/given-shop.ts'

const open = () => givenShop(testApp)
let shop: Awaited<ReturnType<typeof open>>
let accountId: string

beforeEach(async () => {
  shop = await open()
  const given = await givenAccount(shop.db, 'finance@example.org', [{ role: 'finance', scope: 'installation' }])
  accountId = given.accountId
  await signInAs(shop, accountId)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

async function givenPaid() {
  const order = await givenUnpaidOrder(shop.db)
  await shop.start(order.orderId)
  const session = shop.stripe.latest()
  shop.stripe.pay(session.id)
  await shop.settle((await shop.attempts(order.orderId))[0]!.id)
  return { ...order, intent: session.intentId }
}

const page = async () => await (await shop.get('/finance/reconciliation')).text()
const seconds = () => Math.floor(Date.parse(shop.now()) / 1000)

it('says that both agree, with fees and payouts apart', async () => {
  for (let count = 0; count < 3; count++) await givenPaid()
  shop.stripe.account.add({
    category: 'payout',
    reference: 'po_1',
    amount: 3e4,
    currency: 'usd',
    createdAt: seconds() - 60,
  })
  const html = await page()
  expect(html).toContain('Movements that agree: 3.')
  expect(html).toContain('There is no difference.')
  expect(html).toContain('$375')
  expect(html).toContain('$300')
})

it('explains each difference in words, and gives them as a file', async () => {
  const [one, two] = [await givenPaid(), await givenPaid()]
  shop.stripe.account.alter(one.intent, null)
  shop.stripe.account.alter(two.intent, { amount: 9_000 })
  const at = seconds() - 60
  shop.stripe.account.add({ category: 'charge', reference: 'pi_other', amount: 700, currency: 'jpy', createdAt: at })
  shop.wait(3 * 24 * 60)
  await signInAs(shop, accountId)
  const html = await page()
  expect(html).toContain('Differences: 3.')
  expect(html).toContain('it was made in test mode, or on another account')
  expect(html).toContain('Both have it, with different amounts')
  expect(html).toContain('it was made in the dashboard')
  expect(html).toContain(one.code)
  const csv = await (await shop.get('/finance/reconciliation.csv')).text()
  expect(csv).toMatch(/theirs-made-there,.*,charge,pi_other,,,,,.*,700,JPY,txn_extra_0001/)
})

it('reads an account page by page', async () => {
  const at = seconds() - 60
  for (let count = 0; count < 230; count++)
    shop.stripe.account.add({
      category: 'charge',
      reference: `pi_${count}`,
      amount: 500,
      currency: 'usd',
      createdAt: at,
    })
  expect(await page()).toContain('Differences: 230.')
})

it('says so when the provider does not answer', async () => {
  shop.stripe.fault({ on: 'movements', how: 503, times: 3 })
  expect(await page()).toContain('The provider does not answer')
})
