import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aWish, broken, entryOf, givenFullEvent, joined, openOffersOf } from '#tests/waiting-list/a-queue.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { offerKey, waitingKey } from '#app/waiting-list/waiting-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(async () => {
  expect(await broken(app.db)).toEqual([])
  await app.close()
})

const FORM = {
  fullName: 'Ada Lovelace',
  email: 'ada@example.org',
  partySize: '1',
  wantedUntil: '',
  isAllOrNothing: 'on',
}

async function free(event: Awaited<ReturnType<typeof givenFullEvent>>) {
  const registrationIds = event.orders.shift()!.registrations.map(({ id }) => id)
  await cancelRegistrations(app.db, { registrationIds, now: NOW, actor: { kind: 'system' }, reason: 'test' })
}

async function addressOf(entryId: string) {
  const entry = await entryOf(app.db, entryId)
  const key = waitingKey(app.services.config.secret, entry)
  return (page = '') => `/waiting-list/${entry.code}${page}?${new URLSearchParams({ key })}`
}

describe('joining', () => {
  test('the full event leads to the list, the form to a page that says the place', async () => {
    const event = await givenFullEvent(app.db)
    await joined(app.db, aWish(event, { now: addMinutes(NOW, -1) }))
    const page = await (await app.get(`/events/${event.slug}`)).text()
    expect(page).toContain('Full: one waiting.')
    expect(page).toContain(`/events/${event.slug}/waiting-list`)
    // As a browser sends it, with the choices that were left empty.
    const address = `/events/${event.slug}/waiting-list`
    const choices = { 'choices[0]': event.tickets[0]!.id, 'choices[1]': '', 'choices[2]': '' }
    const sent = await app.post(address, { ...FORM, ...choices })
    expect(sent.status).toBe(303)
    const own = await app.get(sent.headers.get('Location')!)
    const html = await own.text()
    expect(own.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(own.headers.get('Cache-Control')).toBe('no-store')
    expect(html).toContain('Place 2 of 2')
    expect(html).toContain('No seat has come free.')
  })

  test('what is wrong stands at its field, and what was typed stays', async () => {
    const event = await givenFullEvent(app.db)
    const sent = await app.post(`/events/${event.slug}/waiting-list`, { ...FORM, partySize: '1000000', email: 'ada' })
    const html = await sent.text()
    expect(sent.status).toBe(422)
    expect(html).toContain('<title>Error: ')
    expect(html).toContain('Choose at least one ticket')
    expect(html).toContain('Enter a number from 1 to 10')
    expect(html).toContain('value="Ada Lovelace"')
    expect(html).not.toContain('Invalid input')
  })

  test('where seats are left one is sent to register, where there is no list that is said', async () => {
    const event = await givenEvent(app.db)
    const none = await (await app.get(`/events/${event.slug}/waiting-list`)).text()
    expect(none).toContain('This event has no waiting list.')
    const other = await givenFullEvent(app.db)
    await free(other)
    expect(await (await app.get(`/events/${other.slug}/waiting-list`)).text()).toContain('There are seats left.')
  })
})

describe('one’s own place', () => {
  test('is closed to strangers, with a wrong key as with an unknown code', async () => {
    const event = await givenFullEvent(app.db)
    const entry = await entryOf(app.db, await joined(app.db, aWish(event)))
    for (const address of [`/waiting-list/${entry.code}?key=wrong`, '/waiting-list/WAAA-AAAA?key=wrong']) {
      const page = await app.get(address)
      expect(page.status).toBe(404)
      expect(await page.text()).toContain('needs its own link')
    }
    expect((await app.post(`/waiting-list/${entry.code}/leave?key=wrong`, {})).status).toBe(404)
    expect((await entryOf(app.db, entry.id)).state).toBe('waiting')
  })

  test('can be changed, and left', async () => {
    const event = await givenFullEvent(app.db)
    const id = await joined(app.db, aWish(event, { partySize: 2 }))
    const own = await addressOf(id)
    expect(await (await app.get(own('/change'))).text()).toContain('you go to the end of the list')
    const form = { 'choices[0]': event.tickets[0]!.id, partySize: '1', wantedUntil: '2027-01-31' }
    const changed = await app.post(own('/change'), form)
    expect(changed.headers.get('Location')).toContain('done=changed')
    expect(await entryOf(app.db, id)).toMatchObject({
      partySize: 1,
      isAllOrNothing: 0,
      wantedUntilAt: '2027-01-31T22:00:00.000Z',
    })
    expect((await app.post(own('/leave'), {})).status).toBe(303)
    expect(await (await app.get(own())).text()).toContain('You are no longer on the list')
  })

  test('shows an offer until it is declined, and then the next has it', async () => {
    const event = await givenFullEvent(app.db)
    const id = await joined(app.db, aWish(event))
    const next = await joined(app.db, aWish(event, { now: addMinutes(NOW, 1) }))
    const own = await addressOf(id)
    await free(event)
    await offerSeats(app.db, { now: NOW })
    const html = await (await app.get(own())).text()
    expect(html).toContain('Take the seat')
    expect((await app.post(own('/decline'), {})).status).toBe(303)
    await offerSeats(app.db, { now: NOW })
    expect((await entryOf(app.db, next)).state).toBe('offered')
  })
})

test('the link of an offer leads through the form to an order, once', async () => {
  const event = await givenFullEvent(app.db)
  const id = await joined(app.db, aWish(event, { fullName: 'Ada Lovelace', email: 'ada@example.org' }))
  await free(event)
  await offerSeats(app.db, { now: NOW })
  const [offer] = await openOffersOf(app.db, event.id)
  const query = new URLSearchParams({ offer: offer!.id, key: offerKey(app.services.config.secret, offer!.id) })
  const address = `/events/${event.slug}/register?${query}`
  const page = await app.get(address)
  expect(page.status).toBe(200)
  const ticket = event.tickets[0]!
  const person = { ticket: ticket.id, shown: '0', fullName: 'Ada Lovelace', email: 'ada@example.org', country: 'GB' }
  const people = Object.entries(person).map(([name, value]) => [`people[0].${name}`, value])
  const form = {
    ...Object.fromEntries(people),
    [`tickets.${ticket.code}`]: '1',
    conduct: 'on',
    formKey: 'k'.repeat(32),
  }
  const sent = await app.post(address, form)
  expect(sent.status, await sent.clone().text()).toBe(303)
  expect((await entryOf(app.db, id)).state).toBe('taken')
  expect(await openOffersOf(app.db, event.id)).toEqual([])
  const again = await app.post(address, form)
  expect(again.headers.get('Location')).toBe(sent.headers.get('Location'))
  expect((await app.get(address)).status).toBe(410)
  expect((await app.post(address, { ...form, formKey: 'x'.repeat(32) })).status).toBe(410)
})
