import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { portsOf, aMailer } from './a-mailer.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { compose } from '#app/mail/compose.server.ts'
import { enqueueMessages, type TemplateName } from '#app/mail/enqueue.server.ts'
import type { OutgoingMail } from '#app/mail/mailer.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import type { RegistrationState } from '#db/schema.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices()
})
afterEach(() => test_.close())

async function composed(template: string, now = NOW) {
  const messages = await test_.db.selectFrom('messages').selectAll().where('template', '=', template).execute()
  expect(messages).toHaveLength(1)
  return await compose(test_.db, portsOf(test_.services, aMailer().mailer).site, messages[0]!, now)
}

async function mailOf(template: string, now = NOW): Promise<OutgoingMail> {
  const result = await composed(template, now)
  if ('withdrawn' in result) throw new Error(`withdrawn: ${result.withdrawn}`)
  return result.mail
}

async function tell(template: TemplateName, subjectId: string, language = 'en', email = 'wulandari@example.org') {
  const recipient = { email, name: 'Wulandari' }
  await enqueueMessages(test_.db, [{ template, subjectId, recipient, language, occasion: 'told' }], NOW)
}

const become = (state: RegistrationState) => test_.db.updateTable('registrations').set({ state }).execute()

async function givenPlaced(price?: number, language = 'en') {
  const event = await givenEvent(test_.db, {
    tickets: [{ seats: 20, name: 'Full workshop', ...(price ? { price } : {}) }],
  })
  const people = ['Wulandari', 'Amina Diallo'].map((fullName) =>
    aPerson(event.tickets[0]!.id, { fullName, email: `${fullName.split(' ')[0]!.toLowerCase()}@example.org` }),
  )
  const order = await placed(test_.db, anOrder(event, { people, language }))
  return { event, order }
}

describe('a free order', () => {
  test('is told to who placed it, with the key, in their language', async () => {
    const { order } = await givenPlaced(undefined, 'fr')
    const mail = await mailOf('order-confirmed')
    const key = orderKey(test_.services.config.secret, { id: order.orderId, keyVersion: 1 })
    expect(mail.text).toContain(`http://plenary.test/fr/orders/${order.code}?key=${key}`)
    expect(mail).toMatchObject({
      language: 'fr',
      from: { name: 'Plenary', address: 'plenary@plenary.example' },
      to: { name: 'Wulandari', address: 'wulandari@example.org' },
      replyTo: { name: '', address: 'desk@plenary.example' },
    })
    for (const { code } of order.registrations) expect(mail.text).toContain(code)
    expect(mail.subject).toContain(order.code)
    expect(mail.text).toContain('Kigali, Rwanda')
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['event.ics'])
    expect(String(mail.attachments[0]!.content)).not.toContain('METHOD:')
  })

  test('is told to whoever else goes, without the order and who else is on it', async () => {
    const { order } = await givenPlaced()
    const mail = await mailOf('ticket')
    const whole = JSON.stringify(mail)
    expect(mail.to.address).toBe('amina@example.org')
    expect(mail.text).toContain(order.registrations[1]!.code)
    expect(mail.text).toContain(`/registrations/${order.registrations[1]!.code}?key=`)
    for (const secret of [order.code, '/orders/', 'Wulandari', order.registrations[0]!.code])
      expect(whole).not.toContain(secret)
  })
})

describe('an unpaid order', () => {
  test('names what is to pay and until when, in the event’s zone and in UTC', async () => {
    await givenPlaced(12_050)
    const { text, html } = await mailOf('order-awaiting-payment')
    for (const fact of ['US$241', '21 November 2026, 14:40 (UTC+2)', '21 November 2026, 12:40 (UTC)']) {
      expect(text).toContain(fact)
      expect(html).toContain(fact)
    }
  })

  test('is not asked to be paid when it has been, or when its time is over', async () => {
    const { order } = await givenPlaced(12_050)
    expect(await composed('order-awaiting-payment', addMinutes(NOW, 41))).toEqual({ withdrawn: 'outdated' })
    await become('lapsed')
    expect(await composed('order-awaiting-payment')).toEqual({ withdrawn: 'outdated' })
    await become('confirmed')
    await pay(order.orderId, 24_100)
    expect(await composed('order-awaiting-payment')).toEqual({ withdrawn: 'outdated' })
  })

  test('that is confirmed before the money comes is confirmed, with what is to pay', async () => {
    await givenPlaced(12_050)
    await become('confirmed')
    const { text, subject } = await mailOf('order-awaiting-payment')
    expect(subject).toMatch(/^Confirmed:/)
    expect(text).toMatch(/To pay +US\$241/)
  })

  test('once paid: the amount, the day and the receipt', async () => {
    const { order } = await givenPlaced(12_050)
    await become('confirmed')
    await pay(order.orderId, 24_100)
    await tell('order-confirmed', order.orderId)
    const { text } = await mailOf('order-confirmed')
    expect(text).toContain('US$241 by card on 21 November 2026')
    expect(text).toContain(`/orders/${order.code}/receipt?key=`)
    expect(text).not.toContain('To pay')
  })

  test('lapsed: how to register again; not when it lives again', async () => {
    const { event } = await givenPlaced(12_050)
    expect(await lapseHolds(test_.db, { now: addMinutes(NOW, 40) })).toMatchObject({ lapsed: 2 })
    const { text } = await mailOf('order-lapsed')
    expect(text).toContain(`http://plenary.test/en/events/${event.slug}/register`)
    expect(text).toContain('21 November 2026, 14:40 (UTC+2)')
    await become('confirmed')
    expect(await composed('order-lapsed')).toEqual({ withdrawn: 'outdated' })
  })

  test('paid too late: what came, and the choice; not when a seat was found', async () => {
    const { order } = await givenPlaced(12_050)
    await become('lapsed')
    await pay(order.orderId, 24_100)
    await tell('late-payment', order.orderId)
    const { text } = await mailOf('late-payment')
    expect(text).toContain('We received US$241.')
    expect(text).toContain('first place in the queue')
    await test_.db
      .updateTable('registrations')
      .set({ state: 'confirmed' })
      .where('id', '=', order.registrations[0]!.id)
      .execute()
    const partly = await mailOf('late-payment')
    expect(partly.text).toContain('Amina Diallo')
    await test_.db.updateTable('events').set({ status: 'cancelled' }).execute()
    expect((await mailOf('late-payment')).subject).toMatch(/^Cancelled:/)
    await test_.db.updateTable('events').set({ status: 'published' }).execute()
    await become('confirmed')
    expect(await composed('late-payment')).toEqual({ withdrawn: 'outdated' })
  })
})

describe('a cancelled event', () => {
  test('is told to who placed the order, with it, and to others without', async () => {
    const { event, order } = await givenPlaced()
    await tell('event-cancelled', order.orderId)
    expect(await composed('event-cancelled')).toEqual({ withdrawn: 'outdated' })
    await test_.db.updateTable('events').set({ status: 'cancelled' }).where('id', '=', event.id).execute()
    const mail = await mailOf('event-cancelled')
    expect(mail.subject).toBe('Cancelled: Routing workshop')
    expect(mail.text).toContain(order.code)
    expect(String(mail.attachments[0]!.content)).toContain('STATUS:CANCELLED')
    await test_.db.deleteFrom('messages').where('template', '=', 'event-cancelled').execute()
    await tell('event-cancelled', order.registrations[1]!.id, 'en', 'amina@example.org')
    expect(JSON.stringify(await mailOf('event-cancelled'))).not.toMatch(new RegExp(`${order.code}|key=`))
  })

  test('makes its other mails worthless', async () => {
    const { event } = await givenPlaced()
    await test_.db.updateTable('events').set({ status: 'cancelled' }).where('id', '=', event.id).execute()
    expect(await composed('order-confirmed')).toEqual({ withdrawn: 'outdated' })
    expect(await composed('ticket')).toEqual({ withdrawn: 'outdated' })
  })
})

test('a link that is used, over or gone is not sent', async () => {
  const id = '019aa000-0000-7000-8000-000000000001'
  await tell('sign-in-link', id)
  expect(await composed('sign-in-link')).toEqual({ withdrawn: 'gone' })
  const link = { id, email: 'w@example.org', emailKey: 'w@example.org', language: 'en', returnTo: null, createdAt: NOW }
  await test_.db
    .insertInto('signInLinks')
    .values({ ...link, expiresAt: addMinutes(NOW, 15), usedAt: null })
    .execute()
  expect((await mailOf('sign-in-link')).text).toContain(`http://plenary.test/en/signin/link/${id}.`)
  expect(await composed('sign-in-link', addMinutes(NOW, 15))).toEqual({ withdrawn: 'expired' })
  await test_.db.updateTable('signInLinks').set({ usedAt: NOW }).execute()
  expect(await composed('sign-in-link')).toEqual({ withdrawn: 'expired' })
})

async function pay(orderId: string, amountMinor: number) {
  const money = { amountMinor, currency: 'USD', receivedAt: NOW, createdAt: NOW }
  const payment = { id: orderId, orderId, attemptId: null, method: 'card', providerReference: orderId }
  await test_.db
    .insertInto('payments')
    .values({ ...payment, ...money })
    .execute()
}

test('one ticket and ten take the same number of queries', async () => {
  const event = await givenEvent(test_.db, { tickets: [{ seats: 20 }] })
  const counts: number[] = []
  for (const size of [1, 10]) {
    await test_.db.deleteFrom('messages').execute()
    const people = Array.from({ length: size }, () => aPerson(event.tickets[0]!.id))
    await placed(test_.db, anOrder(event, { people }))
    const [message] = await test_.db
      .selectFrom('messages')
      .selectAll()
      .where('template', '=', 'order-confirmed')
      .execute()
    let queries = 0
    const counting = test_.db.withPlugin({
      transformQuery: ({ node }) => {
        queries++
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    const { site } = portsOf(test_.services, aMailer().mailer)
    expect(await compose(counting, site, message!, NOW)).toHaveProperty('mail')
    counts.push(queries)
  }
  expect(counts[0]).toBeGreaterThan(5)
  expect(counts[1]).toBe(counts[0])
})
