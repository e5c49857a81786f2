import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeRules, givenPaidOrder, refundRule } from '#tests/payments/given-paid-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenShop, type Shop } from '#tests/support/stripe/given-shop.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import { compose } from '#app/mail/compose.server.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { sendRefunds } from '#app/payments/refunds/send-refunds.server.ts'
import { substitute } from '#app/registrations/changes/substitute.server.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(() => shop.close())

async function written(template: string) {
  const stored = await shop.db
    .selectFrom('messages')
    .selectAll()
    .where('template', '=', template)
    .orderBy('id')
    .execute()
  const letters = []
  for (const message of stored) {
    const one = await compose(shop.db, mailSite(shop.services), message, shop.now())
    letters.push({ to: message.recipientKey, text: 'mail' in one ? one.mail.text : one.withdrawn })
  }
  return letters
}

test('a cancelled seat is told to both: the money and the order only to who pays', async () => {
  const order = await givenPaidOrder(shop, { people: 2 })
  await refundRule(shop, order.event.id, { percent: 5000 })
  await changeRules(shop, order.event.id)
  const { code } = order.registrations[1]!
  const input = { orderId: order.orderId, code, shown: 6250, now: shop.now() }
  await cancelSeat(shop.db, shop.services.gateways, { ...input, actor: { kind: 'visitor' } })
  const [orderer, person] = await written('seat-cancelled')
  expect(orderer).toMatchObject({ to: 'person-1@example.org' })
  expect(orderer!.text).toContain('US$62.50 comes back.')
  expect(orderer!.text).toContain(`/orders/${order.code}?key=`)
  expect(person).toMatchObject({ to: 'person-2@example.org' })
  expect(person!.text).toContain(code)
  expect(person!.text).not.toMatch(/US\$|key=|\/orders\//)
  await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
  const [sent] = await written('refund-sent')
  expect(sent!.text).toContain('US$62.50 is on its way back to you, the way you paid it.')
})

test('a seat that was passed on is told to who had it, and the ticket to who has it', async () => {
  const order = await givenPaidOrder(shop)
  await changeRules(shop, order.event.id)
  const person = { fullName: 'Grace', latinName: '', email: 'g@example.org', affiliation: '', country: 'KE' }
  const { code } = order.registrations[0]!
  await substitute(shop.db, { orderId: order.orderId, code, person, now: shop.now(), actor: { kind: 'visitor' } })
  const [former] = await written('seat-changed')
  expect(former!.text).toContain('belongs to somebody else now')
  expect(former!.text).not.toContain('Grace')
  const [ticket] = await written('ticket')
  expect(ticket).toMatchObject({ to: 'g@example.org' })
})
