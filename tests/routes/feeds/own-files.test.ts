import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderKey, seatKey } from '#app/registrations/order-key.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { extendHolds } from '#app/payments/attempts/extend-holds.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { lapseOffers } from '#app/waiting-list/lapse-offers.server.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { waitingKey } from '#app/waiting-list/waiting-key.ts'
import { entriesOf } from '#tests/calendar/own/given-agenda.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { icalFaults } from '#tests/support/ical-checker.ts'
import { aWish, entryOf, givenFullEvent, joined } from '#tests/waiting-list/a-queue.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function file(path: string) {
  const response = await app.get(path)
  const text = await response.text()
  if (response.status === 200) {
    expect(icalFaults(text)).toEqual([])
    // People pass such files on.
    expect(text.replaceAll('\r\n ', '')).not.toMatch(/key=|\b[PTW][0-9A-Z]{3}-[0-9A-Z]{4}\b|[\w-]+@example\.org/)
    expect(response.headers.get('Cache-Control')).toContain('private')
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment;/)
  }
  return { status: response.status, text, entries: response.status === 200 ? entriesOf(text) : {} }
}

async function keyedSeat(registrationId: string) {
  const seat = await app.db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['registrations.id', 'registrations.personId', 'registrations.code', 'orders.keyVersion'])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirstOrThrow()
  return `/registrations/${seat.code}.ics?key=${seatKey(app.services.config.secret, seat)}`
}

test('a seat that somebody else paid has a file of its own, with its person’s ticket and no other', async () => {
  const event = await givenEvent(app.db)
  const people = [
    aPerson(event.tickets[0]!.id, { fullName: 'Who Orders' }),
    aPerson(event.tickets[0]!.id, { fullName: 'Who Comes' }),
  ]
  const { registrations } = await placed(app.db, anOrder(event, { people, language: 'fr' }))
  const path = await keyedSeat(registrations[1]!.id)
  const { text, entries } = await file(path)
  expect(text).toContain('Who Comes')
  expect(text).not.toContain('Who Orders')
  expect(entries[`event-${event.id}`]).toMatchObject({ STATUS: 'CONFIRMED', SEQUENCE: '0' })
  expect(entries[`event-${event.id}`]!['URL']).toBe(`http://plenary.test/fr/events/${event.slug}`)
  const page = await (await app.get(path.replace('.ics', ''))).text()
  expect(page).toContain(path.replace('&', '&amp;'))
  const registrationIds = [registrations[1]!.id]
  await cancelRegistrations(app.db, { registrationIds, now: NOW, actor: { kind: 'visitor' }, reason: 'test' })
  expect((await file(path)).entries[`event-${event.id}`]).toMatchObject({ STATUS: 'CANCELLED', SEQUENCE: '1' })
  expect((await file(await keyedSeat(registrations[0]!.id))).entries[`event-${event.id}`]).toMatchObject({
    STATUS: 'CONFIRMED',
  })
  for (const wrong of [path.replace(/key=.*/, 'key=wrong'), path.replace(/\?.*/, '')])
    expect((await file(wrong)).status).toBe(404)
})

test('by when to pay is a file while seats wait for money, with a higher SEQUENCE when the day moves', async () => {
  const event = await givenEvent(app.db, { tickets: [{ price: 100 }] })
  const order = await placed(app.db, anOrder(event))
  const key = orderKey(app.services.config.secret, { id: order.orderId, keyVersion: order.keyVersion })
  const path = `/orders/${order.code}/pay-by.ics?key=${key}`
  const uid = `deadline-${order.orderId}-pay`
  const before = (await file(path)).entries[uid]!
  expect(before).toMatchObject({ SEQUENCE: '0', STATUS: 'CONFIRMED', URL: 'http://plenary.test/en/status' })
  expect(await (await app.get(`/orders/${order.code}?key=${key}`)).text()).toContain(`/orders/${order.code}/pay-by.ics`)
  const until = '2026-11-25T16:00:00.000Z'
  await extendHolds(app.db, order.orderId, until, addMinutes(NOW, 10))
  const after = (await file(path)).entries[uid]!
  expect(Number(after['SEQUENCE'])).toBeGreaterThan(0)
  expect(after['LAST-MODIFIED']).not.toBe(before['LAST-MODIFIED'])
  expect(after['DTEND']).toMatch(/^20261125T1[68]0000Z?$/)
  expect((await file(path.replace(key, 'wrong'))).status).toBe(404)
  await paid(app.db, order.orderId, addMinutes(NOW, 20))
  expect((await file(path)).status).toBe(404)
  expect(await (await app.get(`/orders/${order.code}?key=${key}`)).text()).not.toContain('pay-by.ics')
})

test('an offer’s end is a file with the key of the place in the queue, CANCELLED once it is over', async () => {
  const event = await givenFullEvent(app.db, { seats: 1 })
  const entryId = await joined(app.db, aWish(event))
  const entry = await entryOf(app.db, entryId)
  const key = waitingKey(app.services.config.secret, entry)
  const path = `/waiting-list/${entry.code}/offer.ics?key=${key}`
  expect((await file(path)).status).toBe(404)
  const registrationIds = event.orders[0]!.registrations.map(({ id }) => id)
  await cancelRegistrations(app.db, { registrationIds, now: NOW, actor: { kind: 'visitor' }, reason: 'test' })
  await offerSeats(app.db, { now: NOW })
  const offer = await app.db.selectFrom('offers').selectAll().where('entryId', '=', entryId).executeTakeFirstOrThrow()
  const uid = `deadline-${offer.id}-offer`
  const open = (await file(path)).entries[uid]!
  expect(open).toMatchObject({ SEQUENCE: '0', STATUS: 'CONFIRMED' })
  const page = await (await app.get(`/waiting-list/${entry.code}?key=${key}`)).text()
  expect(page).toContain(`/waiting-list/${entry.code}/offer.ics?key=${key}`)
  await lapseOffers(app.db, { now: addMinutes(offer.untilAt, 1) })
  const over = (await file(path)).entries[uid]!
  expect(over).toMatchObject({
    STATUS: 'CANCELLED',
    DTEND: open['DTEND'],
    SUMMARY: expect.stringMatching(/^CANCELLED: /),
  })
  expect(Number(over['SEQUENCE'])).toBeGreaterThan(0)
  expect((await file(path.replace(key, 'wrong'))).status).toBe(404)
})
