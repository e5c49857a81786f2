import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeRules, givenPaidOrder, refundAttempts, refundRule } from '#tests/payments/given-paid-order.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { broken, givenShop, givenUnpaidOrder, statesOf } from '#tests/support/stripe/given-shop.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { returnMarked } from '#app/payments/refunds/return-marked.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'

const open = () => givenShop(testApp)
let shop: Awaited<ReturnType<typeof open>>

beforeEach(async () => {
  shop = await open()
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

interface Placed {
  orderId: string
  code: string
  keyVersion: number
  registrations: { code: string }[]
}

const keyOf = ({ orderId, keyVersion }: Placed) => orderKey(shop.services.config.secret, { id: orderId, keyVersion })
const addressOf = (order: Placed, page: string, prefix = '') =>
  `${prefix}/orders/${order.code}/seats/${order.registrations[0]!.code}/${page}?key=${keyOf(order)}`

async function read(path: string) {
  const answer = await shop.get(path)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="(-?\\d+)"`).exec(html)?.[1] ?? ''

async function send(path: string, form: Record<string, string>) {
  const answer = await shop.post(path, form)
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('Location') }
}

async function givenOffer() {
  const event = await givenEvent(shop.db, {
    tickets: [
      { seats: 5, price: 90_000, name: 'Symposium', allowsRepeat: 1 },
      { seats: 5, price: 120_000, name: 'Week' },
      { price: 25_000, name: 'Remote', attendance: 'online' },
    ],
  })
  const [symposium, , remote] = event.tickets
  await shop.db.updateTable('ticketTypes').set({ remoteTypeId: remote!.id }).where('id', '=', symposium!.id).execute()
  await changeRules(shop, event.id)
  await refundRule(shop, event.id, { feeMinor: 5000, feeCurrency: 'USD', untilAt: '2027-02-01T14:59:00.000Z' })
  return event
}

const PAGES = ['details', 'substitute', 'ticket', 'remote', 'cancel'] as const

describe('the pages that change a seat', () => {
  it('are a stranger’s like any page that is not there', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    for (const page of PAGES) {
      const address = addressOf(order, page)
      expect((await read(address.replace(/key=.*/, 'key=no'))).status).toBe(404)
      expect((await read(address.replace(order.registrations[0]!.code, 'T2222-2222'))).status).toBe(404)
    }
    expect((await read(`/orders/${order.code}/late?key=no`)).status).toBe(404)
  })

  it('are kept nowhere, carry no script, and stay within the budget, in each language', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    for (const prefix of ['', '/fr', '/ar'])
      for (const page of PAGES) {
        const { status, html, headers } = await read(addressOf(order, page, prefix))
        expect(status).toBe(200)
        expect(headers.get('Cache-Control')).toBe('no-store')
        expect(headers.get('Referrer-Policy')).toBe('no-referrer')
        expect(html).not.toMatch(/<script|style="|\{\{|change\.[a-z]+\./)
        expect(await weightOf(html)).toBeLessThanOrEqual(FIRST_FLIGHT)
      }
  })

  it('name a last day that ends at midnight by its last minute', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    // Midnight in Kigali, where the event is.
    const midnight = '2027-06-18T22:00:00.000Z'
    await shop.db.updateTable('events').set({ startsAt: '2027-06-21T07:00:00.000Z' }).execute()
    await shop.db.updateTable('changeRules').set({ editUntilAt: midnight }).execute()
    await shop.db.updateTable('refundRules').set({ untilAt: midnight }).execute()
    expect((await read(addressOf(order, 'details'))).html).toContain('18 June 2027, 23:59 (UTC+2)')
    expect((await read(addressOf(order, 'cancel'))).html).toContain('It holds until 18 June 2027, 23:59 (UTC+2).')
    const { html } = await read(`/orders/${order.code}?key=${keyOf(order)}`)
    expect(html).toMatch(
      /<time dateTime="2027-06-18">18 June 2027<\/time><b>Last day for 100% of your money, minus US\$50/,
    )
  })

  it('say why a seat cannot be changed now', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    await shop.db.updateTable('events').set({ startsAt: shop.now() }).execute()
    for (const page of PAGES) {
      const { html } = await read(addressOf(order, page))
      expect(html).toContain('The time for this change is over.')
      expect(html).not.toContain('<form method="post"')
    }
  })
})

describe('cancelling', () => {
  it('shows the exact amount, by which rule and which way, before anything is decided', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    const { html } = await read(addressOf(order, 'cancel'))
    expect(html).toContain('The rule: 100% of the price goes back, minus US$50.')
    expect(html).toContain('US$850')
    expect(html).toContain('goes back the way you paid it (by card)')
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    const sent = await send(addressOf(order, 'cancel'), { shown: hidden(html, 'shown') })
    expect(sent).toMatchObject({ status: 303, to: `/orders/${order.code}?key=${keyOf(order)}&done=cancelled` })
    expect((await read(sent.to!)).html).toContain('The seat is cancelled.')
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ amountMinor: 85_000, state: 'starting' }])
  })

  it('for another amount than was shown shows the amount of now, and decides nothing', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    const { status, html } = await send(addressOf(order, 'cancel'), { shown: '90000' })
    expect(status).toBe(409)
    expect(html).toContain('<title>Error: Cancel a seat')
    expect(html).toContain('The amount is US$850 by now.')
    expect(hidden(html, 'shown')).toBe('85000')
    expect((await send(addressOf(order, 'cancel'), { shown: 'much' })).status).toBe(409)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('after a refused visa asks for the day and the paper, and keeps what was typed', async () => {
    const event = await givenOffer()
    await refundRule(shop, event.id, { reason: 'visa-refused', appliedByOn: '2026-11-01' })
    const order = await givenPaidOrder(shop, { event })
    const address = `${addressOf(order, 'cancel')}&reason=visa`
    const { html } = await read(address)
    expect(html).toContain('You applied by 1 November 2026.')
    expect(hidden(html, 'shown')).toBe('90000')
    const form = new FormData()
    form.set('shown', '90000')
    form.set('appliedOn', '2026-10-20')
    const post = (body: FormData) => shop.fetch(address, { method: 'POST', body })
    const missing = await post(form)
    expect(missing.status).toBe(422)
    expect(await missing.text()).toMatch(/value="2026-10-20"/)
    form.set('proof', new File([Buffer.from('%PDF-1.4\n%%EOF')], 'refusal.pdf', { type: 'application/pdf' }))
    form.set('appliedOn', '2026-11-02')
    const tooLate = await post(form)
    expect(tooLate.status).toBe(409)
    expect(hidden(await tooLate.text(), 'shown')).toBe('85000')
    form.set('appliedOn', '2026-11-01')
    expect((await post(form)).status).toBe(303)
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([
      { amountMinor: 85_000, reason: 'cancelled', fileId: null },
      { amountMinor: 5000, reason: 'visa-refused', state: 'approval', fileId: expect.any(String) },
    ])
  })
})

describe('another ticket', () => {
  it('shows each difference, and leads to paying it', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    const { html } = await read(addressOf(order, 'ticket'))
    expect(html).toContain('US$300 more')
    const week = /name="shown\.([\w-]+)" value="30000"/.exec(html)![1]!
    expect((await send(addressOf(order, 'ticket'), {})).status).toBe(422)
    const sent = await send(addressOf(order, 'ticket'), { ticket: week, [`shown.${week}`]: '30000' })
    expect(sent.to).toContain('done=changeWaits')
    const shown = (await read(sent.to!)).html
    expect(shown).toContain('Pay the difference to make it yours.')
    expect(shown).toContain('US$300')
    expect((await read(addressOf(order, 'ticket'))).html).toContain('Another change of this seat is still open')
  })

  it('from home gives the difference back', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    const { html } = await read(addressOf(order, 'remote'))
    expect(html).toContain('US$650')
    const sent = await send(addressOf(order, 'remote'), { shown: hidden(html, 'shown') })
    expect(sent.to).toContain('done=changed')
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ amountMinor: 65_000, reason: 'changed' }])
  })
})

describe('the person on a seat', () => {
  it('can be another one', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    const form = { fullName: 'Grace', email: 'grace', country: 'KE', latinName: '', affiliation: '' }
    const bad = await send(addressOf(order, 'substitute'), form)
    expect(bad.status).toBe(422)
    expect(bad.html).toContain('value="Grace"')
    const sent = await send(addressOf(order, 'substitute'), { ...form, email: 'grace@example.org' })
    expect(sent.to).toContain('done=passedOn')
    expect((await statesOf(shop.db, order.orderId)).toSorted()).toEqual(['confirmed', 'transferred'])
  })

  it('can have their details corrected', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    const form = { fullName: '', latinName: '', badgeName: 'Ada', affiliation: '', country: 'GB' }
    expect((await send(addressOf(order, 'details'), form)).status).toBe(422)
    const sent = await send(addressOf(order, 'details'), { ...form, fullName: 'Ada Lovelace' })
    expect(sent.to).toContain('done=details')
    expect((await read(sent.to!)).html).toContain('Ada Lovelace')
  })

  it('is passed on by an organizer’s word where the rules ask it', async () => {
    const order = await givenPaidOrder(shop, { event: await givenOffer() })
    await shop.db.updateTable('changeRules').set({ substitution: 'approval' }).execute()
    const form = { fullName: 'Grace', email: 'grace@example.org', country: 'KE', latinName: '', affiliation: '' }
    expect((await send(addressOf(order, 'substitute'), form)).to).toContain('done=passedOnWaits')
    const { id, slug } = order.event
    const desk = `/organize/${slug}/substitutions`
    const roles = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: id }]
    const { accountId } = await givenAccount(shop.db, 'organizer@plenary.example', roles)
    expect((await read(desk)).status).toBe(303)
    await signInAs(shop, accountId)
    const { html } = await read(desk)
    expect(html).toContain('Grace')
    const agree = new RegExp(`action="(${desk}/[\\w-]+/agree)"`).exec(html)![1]!
    expect((await send(agree, {})).to).toBe(`${desk}?done=agreed`)
    expect((await send(agree, {})).to).toBe(`${desk}?why=gone`)
    expect((await statesOf(shop.db, order.orderId)).toSorted()).toEqual(['confirmed', 'transferred'])
    expect((await read(desk)).html).toContain('Nobody waits')
  })
})

describe('late money', () => {
  async function givenLate() {
    const order = await givenUnpaidOrder(shop.db, { seats: 1 })
    await shop.start(order.orderId)
    const { id } = shop.stripe.latest()
    const attempt = (await shop.attempts(order.orderId))[0]!.id
    shop.stripe.payLater(id)
    await shop.settle(attempt)
    shop.stripe.finishDelayed(id, 'failed')
    await shop.settle(attempt)
    shop.wait(61)
    await lapseHolds(shop.db, { now: shop.now() })
    await givenPaidOrder(shop, { event: order.event })
    shop.stripe.finishDelayed(id, 'succeeded')
    await shop.settle(attempt)
    return order
  }

  it('is the person’s to choose: a place in the queue, and still the money', async () => {
    const order = await givenLate()
    const late = `/orders/${order.code}/late`
    const query = `?key=${keyOf(order)}`
    const { html, headers } = await read(late + query)
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(html).toContain('We have your money, and your seat was gone')
    expect((await send(`${late}/queue${query}`, {})).to).toContain('done=queued')
    expect((await read(late + query)).html).toContain('You are first in the queue.')
    const wrong = await send(`${late}/return${query}`, { shown: '1' })
    expect((await read(wrong.to!)).html).toContain('The amount is US$125 by now.')
    expect((await send(`${late}/return${query}`, { shown: '12500' })).to).toContain('done=returning')
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ amountMinor: 12_500, reason: 'late-money' }])
    const waiting = await shop.db.selectFrom('waitingListEntries').select('state').execute()
    expect(waiting).toEqual([{ state: 'withdrawn' }])
    expect((await read(late + query)).html).toContain('There is nothing to choose')
    expect((await shop.get(`${late}/return${query}`)).status).toBe(303)
  })
})

describe('finance', () => {
  async function signInToFinance() {
    const roles = [{ role: 'finance' as const, scope: 'installation' as const }]
    const { accountId } = await givenAccount(shop.db, 'finance@plenary.example', roles)
    await signInAs(shop, accountId)
  }

  it('looks at the proof of a refused visa, which goes once it has decided', async () => {
    const event = await givenOffer()
    await refundRule(shop, event.id, { reason: 'visa-refused', appliedByOn: '2026-11-01' })
    const order = await givenPaidOrder(shop, { event })
    const body = new FormData()
    body.set('shown', '90000')
    body.set('appliedOn', '2026-11-01')
    body.set('proof', new File([Buffer.from('%PDF-1.4\n%%EOF')], 'refusal.pdf', { type: 'application/pdf' }))
    await shop.fetch(`${addressOf(order, 'cancel')}&reason=visa`, { method: 'POST', body })
    const [, claim] = await refundAttempts(shop, order.orderId)
    const address = `/finance/refunds/${claim!.id}`
    expect((await read(`${address}/paper`)).status).toBe(303)
    await signInToFinance()
    expect((await read(address)).html).toContain('The proof that was sent')
    const paper = await read(`${address}/paper`)
    expect(paper.headers.get('Content-Type')).toBe('application/pdf')
    expect(paper.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect((await send(`${address}/agree`, {})).status).toBe(303)
    expect((await read(`${address}/paper`)).status).toBe(404)
  })

  it('sends all money of a cancelled event back with one button, and watches it', async () => {
    const order = await givenPaidOrder(shop)
    await callOffEvent(shop.db, { eventId: order.event.id, now: shop.now(), actor: { kind: 'system' } })
    const address = `/finance/events/${order.event.slug}`
    await signInToFinance()
    expect((await read(address)).html).toContain(`${address}/return`)
    expect((await read(`${address}/return`)).html).toContain('Send all of it back')
    expect(await send(`${address}/return`, {})).toMatchObject({ status: 303, to: `${address}/return` })
    const { html } = await read(`${address}/return`)
    expect(html).toContain('It is going back')
    expect(html).not.toContain('Send all of it back')
    await returnMarked(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ state: 'starting', reason: 'event-cancelled' }])
  })
})
