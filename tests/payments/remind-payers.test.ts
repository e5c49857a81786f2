import { afterEach, beforeEach, expect, it } from 'vitest'
import { givenIssuer, givenOrderBy } from './given-order-by.ts'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, type Shop } from '#tests/support/stripe/given-shop.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import type { OutgoingMail } from '#app/mail/mailer.ts'
import { remindPayers } from '#app/payments/remind-payers.server.ts'

const DAY = 24 * 60
let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

const remind = () => remindPayers(shop.db, { now: shop.now() })

async function occasions() {
  const rows = await shop.db
    .selectFrom('messages')
    .select('occasion')
    .where('template', '=', 'payment-reminder')
    .orderBy('createdAt')
    .execute()
  return rows.map(({ occasion }) => occasion.split(' ')[0])
}

it('writes three days before and on the day, each once, and not after', async () => {
  await givenOrderBy(shop.db)
  shop.wait(10 * DAY)
  expect(await remind()).toEqual({ reminded: 0 })
  shop.wait(DAY + 1)
  expect(await remind()).toEqual({ reminded: 1 })
  expect(await remind()).toEqual({ reminded: 0 })
  shop.wait(3 * DAY)
  expect(await remind()).toEqual({ reminded: 1 })
  expect(await remind()).toEqual({ reminded: 0 })
  expect(await occasions()).toEqual(['before', 'on-the-day'])
  shop.wait(5 * DAY)
  expect(await remind()).toEqual({ reminded: 0 })
})

it('leaves who has just ordered in peace until the day', async () => {
  await givenOrderBy(shop.db, { method: 'mobile-money' })
  expect(await remind()).toEqual({ reminded: 0 })
  shop.wait(3 * DAY)
  await remind()
  expect(await occasions()).toEqual(['on-the-day'])
})

it.each(['card', 'desk', 'waiver'] as const)('does not write about a payment by %s', async (method) => {
  await givenOrderBy(shop.db, { method, terms: [{ method, dueDays: 3 }] })
  shop.wait(2 * DAY)
  expect(await remind()).toEqual({ reminded: 0 })
})

it('many at once, in several runs, each once', async () => {
  const first = await givenOrderBy(shop.db, { seats: 100 })
  for (let count = 1; count < 12; count++) await givenOrderBy(shop.db, { event: first.event })
  shop.wait(12 * DAY)
  const runs = [
    await remindPayers(shop.db, { now: shop.now(), limit: 5 }),
    await remindPayers(shop.db, { now: shop.now(), limit: 5 }),
    await remindPayers(shop.db, { now: shop.now(), limit: 5 }),
  ]
  expect(runs.map(({ reminded }) => reminded)).toEqual([5, 5, 2])
})

it('the mail tells account, reference and day', async () => {
  await givenIssuer(shop.db)
  const order = await givenOrderBy(shop.db)
  shop.wait(12 * DAY)
  await remind()
  const sent: OutgoingMail[] = []
  const deliver = async (mail: OutgoingMail) => {
    sent.push(mail)
    return { state: 'sent' as const, response: 'ok' }
  }
  const mailer = { deliver, close: async () => {} }
  const ports = { mailer, site: mailSite(shop.services), onFault: (error: unknown) => expect(error).toBeUndefined() }
  await deliverDue(shop.db, ports, { now: shop.now() })
  const reminder = sent.find(({ subject }) => subject.startsWith('Payment due'))
  expect(reminder?.text).toContain(order.code)
  expect(reminder?.text).toContain('DE02120300000000202051')
  expect(reminder?.text).toMatch(/RF\d{2} [A-Z0-9]{4} [A-Z0-9]{4}/)
})
