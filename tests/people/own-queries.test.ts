import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent, givenSeries } from '#tests/support/given.ts'
import { givenOrder } from './given-order.ts'
import { openAccount } from '#app/people/open-account.server.ts'
import { ownOrders, ownSeatsElsewhere, placesOfRoles } from '#app/people/own-queries.server.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  services = await testServices()
})

afterAll(() => services.close())

const mine = { emailKey: 'amina@example.org', language: 'fr' }

test('one’s orders are those placed with one’s address, others’ seats are listed without their order', async () => {
  const event = await givenEvent(services.db, { title: 'Routing' })
  const own = await givenOrder(services.db, event, 'Amina@Example.org', [
    { email: 'amina@example.org' },
    { email: 'guest@example.org', state: 'cancelled' },
  ])
  await givenOrder(services.db, event, 'boss@example.org', [
    { email: 'amina@example.org' },
    { email: 'amina@example.org', state: 'cancelled' },
  ])
  await givenOrder(services.db, event, 'stranger@example.org')
  const { orders, pageCount } = await ownOrders(services.db, { ...mine, page: 1 })
  expect(orders.map(({ code }) => code)).toEqual([own.code])
  expect(orders[0]).toMatchObject({ title: { text: 'Routing', language: 'en' } })
  expect(orders[0]!.states.toSorted()).toEqual(['cancelled', 'confirmed'])
  expect(pageCount).toBe(1)
  const elsewhere = await ownSeatsElsewhere(services.db, mine)
  expect(elsewhere).toMatchObject([{ slug: event.slug, state: 'confirmed' }])
  expect(Object.keys(elsewhere[0]!)).not.toContain('orderId')
})

test('a title comes in the reader’s language when there is one', async () => {
  const event = await givenEvent(services.db, { title: 'Security' })
  await services.db
    .insertInto('eventTexts')
    .values({
      eventId: event.id,
      language: 'fr',
      title: 'Sécurité',
      summary: '',
      description: '',
      accessNote: '',
      visaNote: '',
      preparation: '',
      cancellationNote: '',
    })
    .execute()
  await givenOrder(services.db, event, 'luc@example.org')
  const { orders } = await ownOrders(services.db, { emailKey: 'luc@example.org', language: 'fr', page: 1 })
  expect(orders[0]!.title).toEqual({ text: 'Sécurité', language: 'fr' })
})

test('a long list has pages, each order on one of them', async () => {
  const event = await givenEvent(services.db)
  for (let at = 0; at < 43; at++) await givenOrder(services.db, event, 'many@example.org')
  const many = { emailKey: 'many@example.org', language: 'en' }
  const pages = await Promise.all([1, 2, 3, 4].map((page) => ownOrders(services.db, { ...many, page })))
  expect(pages.map(({ orders }) => orders.length)).toEqual([20, 20, 3, 0])
  expect(pages[0]!.pageCount).toBe(3)
  expect(new Set(pages.flatMap(({ orders }) => orders.map(({ id }) => id))).size).toBe(43)
})

test('the places of roles are named', async () => {
  const series = await givenSeries(services.db)
  const event = await givenEvent(services.db, { title: 'Routing' })
  const places = await placesOfRoles(
    services.db,
    [
      { role: 'organizer', scope: 'series', scopeId: series.id, trackId: '' },
      { role: 'instructor', scope: 'event', scopeId: event.id, trackId: '' },
      { role: 'finance', scope: 'installation', scopeId: '', trackId: '' },
    ],
    'fr',
  )
  expect(places).toEqual([
    {
      role: 'organizer',
      name: { text: 'Network Training Workshops', language: 'en' },
      eventSlug: null,
      trackCode: null,
    },
    { role: 'instructor', name: { text: 'Routing', language: 'en' }, eventSlug: event.slug, trackCode: null },
    { role: 'finance', name: null, eventSlug: null, trackCode: null },
  ])
})

test('an account takes the name of the one who placed an order with its address, never of a guest', async () => {
  const event = await givenEvent(services.db)
  await givenOrder(services.db, event, 'boss@example.net', [{ email: 'guest@example.net' }])
  for (const email of ['boss@example.net', 'guest@example.net'])
    await openAccount(services.db, { email, language: 'en', now: NOW })
  const names = await services.db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['accounts.emailKey', 'people.fullName'])
    .where('accounts.emailKey', 'like', '%@example.net')
    .orderBy('accounts.emailKey')
    .execute()
  expect(names).toEqual([
    { emailKey: 'boss@example.net', fullName: 'Payer boss@example.net' },
    { emailKey: 'guest@example.net', fullName: '' },
  ])
})
