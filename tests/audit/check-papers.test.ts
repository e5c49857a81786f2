import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { givenIssuer } from '#tests/support/statements/given-issuer.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop } from '#tests/support/stripe/given-shop.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
  await givenIssuer(shop.db)
  for (let at = 0; at < 2; at++) {
    const order = await givenUnpaidOrder(shop.db)
    await shop.start(order.orderId)
    shop.stripe.pay(shop.stripe.latest().id)
    await shop.settle((await shop.attempts(order.orderId))[0]!.id)
  }
  expect(await broken(shop.db)).toEqual([])
})

afterEach(() => shop.close())

const GAPS = 'papers are numbered without a gap per issuer, kind and year'
const CREDITS = 'a credit note corrects an invoice of its order, and credits no more than was invoiced'

test.each([
  ['a paper that was thrown away', sql`delete from invoices where sequence = 1`, GAPS],
  ['a number that was skipped', sql`update invoices set sequence = 3 where sequence = 2`, GAPS],
  ['a number that nobody has', sql`update number_series set last = 9`, GAPS],
  ['a credit note of nothing', sql`update invoices set kind = 'credit-note' where sequence = 2`, CREDITS],
])('the check finds %s', async (_, damage, name) => {
  await damage.execute(shop.db)
  expect((await broken(shop.db)).map((one) => one.name)).toContain(name)
})
