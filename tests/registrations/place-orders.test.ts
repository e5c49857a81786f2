import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anOrder, aPerson, codesOf, placed } from './an-order.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent, givenQuota } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>
const db = () => test_.db

beforeEach(async () => {
  test_ = await testServices()
})

afterEach(async () => {
  const violations = (await checkInvariants(db())).filter(({ violations }) => violations > 0)
  await test_.close()
  expect(violations).toEqual([])
})

const place = async (...orders: PlaceOrder[]) => await placeOrders(db(), { orders, now: NOW })

async function refusalsOf(order: PlaceOrder, now = NOW) {
  const [result] = await placeOrders(db(), { orders: [order], now })
  expect(await db().selectFrom('orders').selectAll().execute()).toHaveLength(0)
  return result!.ok ? [] : result!.refusals
}

const takenOf = async (quotaId: string) =>
  (await db().selectFrom('quotas').select('taken').where('id', '=', quotaId).executeTakeFirstOrThrow()).taken

describe('a free order', () => {
  test('is confirmed at once, with its seat, its person, its line, its trail and its mail', async () => {
    const event = await givenEvent(db())
    const [ticket] = event.tickets
    const order = anOrder(event, {
      people: [aPerson(ticket!.id, { fullName: '  Wulandari ', email: 'Wulandari@Kampus.example', country: 'ID' })],
      consents: [{ kind: 'conduct', version: '1', isGiven: true }],
    })
    const one = await placed(db(), order)
    expect(one).toMatchObject({ isNew: true, due: null, state: 'confirmed' })
    expect(one.code).toMatch(/^P[A-Z2-9]{3}-[A-Z2-9]{4}$/)
    expect(await takenOf(ticket!.quotaIds[0]!)).toBe(1)

    const registration = await db().selectFrom('registrations').selectAll().executeTakeFirstOrThrow()
    expect(registration).toMatchObject({ state: 'confirmed', heldUntil: null, confirmedAt: NOW })
    const person = await db().selectFrom('people').selectAll().executeTakeFirstOrThrow()
    expect(person).toMatchObject({ fullName: 'Wulandari', emailKey: 'wulandari@kampus.example', country: 'ID' })
    const seats = await db().selectFrom('registrationSeats').select(['registrationId', 'quotaId', 'isTaken']).execute()
    expect(seats).toEqual([{ registrationId: registration.id, quotaId: ticket!.quotaIds[0], isTaken: 1 }])
    const lines = await db().selectFrom('orderLines').select(['amountMinor', 'description', 'position']).execute()
    expect(lines).toEqual([{ amountMinor: 0, description: 'Ticket 1', position: 1 }])
    const actions = await db().selectFrom('auditEntries').select(['action', 'after']).orderBy('action').execute()
    expect(actions.map(({ action }) => action)).toEqual(['order.placed', 'registration.confirmed'])
    expect(JSON.stringify(actions)).not.toContain('Wulandari')
    const messages = await db().selectFrom('messages').select(['template', 'recipientEmail', 'props']).execute()
    expect(messages).toEqual([{ template: 'order-confirmed', recipientEmail: 'Wulandari@Kampus.example', props: '{}' }])
    expect(await db().selectFrom('consents').select(['kind', 'isGiven']).execute()).toEqual([
      { kind: 'conduct', isGiven: 1 },
    ])
  })

  test('of three writes to the orderer once, and to each other person', async () => {
    const event = await givenEvent(db())
    const id = event.tickets[0]!.id
    await placed(db(), anOrder(event, { people: [aPerson(id), aPerson(id), aPerson(id)] }))
    const messages = await db().selectFrom('messages').select('template').orderBy('template').execute()
    expect(messages.map(({ template }) => template)).toEqual(['order-confirmed', 'ticket', 'ticket'])
  })

  test('keeps answers, several choices as a list', async () => {
    const event = await givenEvent(db())
    const questionIds = ['meal', 'days', 'none']
    for (const [position, id] of questionIds.entries())
      await db()
        .insertInto('questions')
        .values({
          id,
          eventId: event.id,
          code: id,
          position,
          kind: 'text',
          isRequired: 0,
          purpose: '',
          audience: 'organizers',
          eraseOn: null,
          isRetired: 0,
        })
        .execute()
    const answers = [
      { questionId: 'meal', value: 'vegan' },
      { questionId: 'days', value: ['mon', 'tue'] },
      { questionId: 'none', value: '' },
    ]
    await placed(db(), anOrder(event, { people: [aPerson(event.tickets[0]!.id, { answers })] }))
    expect(await db().selectFrom('answers').select(['questionId', 'value']).orderBy('questionId').execute()).toEqual([
      { questionId: 'days', value: '["mon","tue"]' },
      { questionId: 'meal', value: 'vegan' },
    ])
  })
})

describe('a paid order', () => {
  test('holds its seat for forty minutes and asks for the money', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 12_000, seats: 3 }] })
    const one = await placed(db(), anOrder(event))
    expect(one).toMatchObject({ state: 'held', due: { amountMinor: 12_000, currency: 'USD' } })
    const registration = await db().selectFrom('registrations').selectAll().executeTakeFirstOrThrow()
    expect(registration).toMatchObject({ state: 'held', heldUntil: addMinutes(NOW, 40), confirmedAt: null })
    expect(await takenOf(event.tickets[0]!.quotaIds[0]!)).toBe(1)
    const messages = await db().selectFrom('messages').select('template').execute()
    expect(messages).toEqual([{ template: 'order-awaiting-payment' }])
  })

  test('is confirmed before the money where the event says so', async () => {
    const event = await givenEvent(db(), { confirmsOn: 'placing', tickets: [{ price: 12_000, seats: 3 }] })
    expect(await placed(db(), anOrder(event))).toMatchObject({ state: 'confirmed', due: { amountMinor: 12_000 } })
  })

  test('takes the price step of the moment, frozen on its line', async () => {
    const steps = [
      { kind: 'early' as const, amountMinor: 100, endsAt: '2026-11-21T12:00:00.000Z' },
      { kind: 'standard' as const, amountMinor: 200, startsAt: '2026-11-21T12:00:00.000Z' },
    ]
    const event = await givenEvent(db(), { tickets: [{ steps }] })
    await placed(db(), anOrder(event), '2026-11-21T11:59:59.999Z')
    await placed(db(), anOrder(event))
    const lines = await db()
      .selectFrom('orderLines')
      .select(['priceStepKind', 'amountMinor'])
      .orderBy('amountMinor')
      .execute()
    expect(lines).toEqual([
      { priceStepKind: 'early', amountMinor: 100 },
      { priceStepKind: 'standard', amountMinor: 200 },
    ])
  })

  test('needs a method that the event allows', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 100 }] })
    expect(await refusalsOf(anOrder(event, { paymentMethod: 'shells' }))).toEqual([
      { code: 'payment-method', field: 'method' },
    ])
  })
})

describe('is refused', () => {
  test.each([
    ['a draft', { status: 'draft' as const }],
    ['a cancelled event', { status: 'cancelled' as const, cancelledAt: NOW }],
    ['an event that is over', { endsAt: NOW }],
    ['an event by application', { admission: 'application' as const }],
    ['an event that is elsewhere', { admission: 'none' as const }],
  ])('%s', async (_name, given) => {
    expect(await refusalsOf(anOrder(await givenEvent(db(), given)))).toEqual([{ code: 'event-closed' }])
  })

  test('nobody', async () => {
    expect(await refusalsOf(anOrder(await givenEvent(db()), { people: [] }))).toEqual([{ code: 'no-people' }])
  })

  test.each([
    ['hidden', { isHidden: 1 as const }, 'ticket-unknown'],
    ['for holders of a code', { admission: 'code' as const }, 'code-missing'],
    ['closed', { isClosed: 1 as const }, 'ticket-closed'],
    ['not yet on sale', { onSaleFromAt: addMinutes(NOW, 1) }, 'not-on-sale'],
    ['no longer on sale', { onSaleUntilAt: NOW }, 'ticket-closed'],
    ['without a price now', { steps: [{ amountMinor: 5, startsAt: addMinutes(NOW, 1) }] }, 'not-on-sale'],
    ['priced in another currency', { steps: [{ amountMinor: 5, currency: 'EUR' }] }, 'not-on-sale'],
  ])('a ticket that is %s', async (_name, ticket, code) => {
    const event = await givenEvent(db(), { tickets: [{ seats: 5, ...ticket }] })
    expect(await refusalsOf(anOrder(event))).toEqual([
      { code, field: 'tickets.TYPE-1', details: { ticket: 'Ticket 1' } },
    ])
  })

  test('a ticket of another event', async () => {
    const [event, other] = [await givenEvent(db()), await givenEvent(db())]
    expect(await refusalsOf(anOrder(event, { people: [aPerson(other.tickets[0]!.id)] }))).toEqual([
      { code: 'ticket-unknown', field: 'people[0].ticket' },
    ])
  })

  test('another price than the one shown, telling the new one', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 200 }] })
    const shown = { amountMinor: 100, currency: 'USD' }
    expect(await refusalsOf(anOrder(event, { people: [aPerson(event.tickets[0]!.id, { shown })] }))).toEqual([
      { code: 'price-changed', field: 'tickets.TYPE-1', details: { ticket: 'Ticket 1', price: 'US$2' } },
    ])
    expect(await refusalsOf(anOrder(event, { people: [aPerson(event.tickets[0]!.id, { shown: null })] }))).toHaveLength(
      1,
    )
  })

  test('too few and too many of a type', async () => {
    const event = await givenEvent(db(), { tickets: [{ minPerOrder: 2, maxPerOrder: 3 }] })
    const people = (count: number) => Array.from({ length: count }, () => aPerson(event.tickets[0]!.id))
    expect((await refusalsOf(anOrder(event, { people: people(1) })))[0]).toMatchObject({ code: 'too-few' })
    expect((await refusalsOf(anOrder(event, { people: people(4) })))[0]).toMatchObject({ code: 'too-many' })
  })

  test('one address twice on one order, at the second’s field', async () => {
    const event = await givenEvent(db())
    const id = event.tickets[0]!.id
    const people = [aPerson(id, { email: 'a@example.org' }), aPerson(id, { email: 'A@Example.org ' })]
    expect(await refusalsOf(anOrder(event, { people }))).toEqual([{ code: 'twice-in-order', field: 'people[1].email' }])
  })
})

test('one address has one active registration of a ticket type', async () => {
  const event = await givenEvent(db(), { tickets: [{ seats: 9 }, { seats: 9 }, { seats: 9, allowsRepeat: 1 }] })
  const [first, second, repeatable] = event.tickets.map(({ id }) => id)
  const email = 'amina@example.org'
  const by = (id: string) => anOrder(event, { people: [aPerson(id, { email })] })
  await placed(db(), by(first!))
  const [again] = await place(by(first!))
  expect(again).toMatchObject({ refusals: [{ code: 'already-registered', field: 'people[0].email' }] })
  expect(codesOf(await place(by(second!), by(repeatable!), by(repeatable!)))).toEqual(['placed', 'placed', 'placed'])
})

describe('seats', () => {
  test('are counted on every quota that a ticket draws on, and all or none are taken', async () => {
    const event = await givenEvent(db(), { tickets: [] })
    const [venue, students] = [await givenQuota(db(), event.id, 3), await givenQuota(db(), event.id, 1)]
    const { tickets } = await givenEvent(db(), { tickets: [{ quotaIds: [venue, students] }, { quotaIds: [venue] }] })
    await db()
      .updateTable('ticketTypes')
      .set({ eventId: event.id, code: 'X' })
      .where('id', '=', tickets[0]!.id)
      .execute()
    await db()
      .updateTable('ticketTypes')
      .set({ eventId: event.id, code: 'Y' })
      .where('id', '=', tickets[1]!.id)
      .execute()
    const two = anOrder({ id: event.id, tickets }, { people: [aPerson(tickets[0]!.id), aPerson(tickets[1]!.id)] })
    await placed(db(), two)
    expect([await takenOf(venue), await takenOf(students)]).toEqual([2, 1])
    const [full] = await place(
      anOrder({ id: event.id, tickets }, { people: [aPerson(tickets[1]!.id), aPerson(tickets[0]!.id)] }),
    )
    expect(full).toMatchObject({
      refusals: [
        { code: 'few-left', field: 'tickets.Y' },
        { code: 'sold-out', field: 'tickets.X' },
      ],
    })
    expect([await takenOf(venue), await takenOf(students)]).toEqual([2, 1])
  })

  test('that are fewer than asked for are told by their number', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 1 }] })
    const id = event.tickets[0]!.id
    expect(await refusalsOf(anOrder(event, { people: [aPerson(id), aPerson(id)] }))).toEqual([
      { code: 'few-left', field: 'tickets.TYPE-1', details: { ticket: 'Ticket 1', left: 1 } },
    ])
  })

  test('may deliberately go over the size by as much as an organizer says', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 1 }] })
    await db().updateTable('quotas').set({ overBy: 1 }).execute()
    expect(codesOf(await place(anOrder(event), anOrder(event), anOrder(event)))).toEqual([
      'placed',
      'placed',
      'sold-out',
    ])
  })
})

describe('a list', () => {
  test('is admitted in the order of arrival until it is full; a smaller order may fit where a larger did not', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 3 }] })
    const id = event.tickets[0]!.id
    const of = (count: number) => anOrder(event, { people: Array.from({ length: count }, () => aPerson(id)) })
    expect(codesOf(await place(of(2), of(2), of(1), of(1)))).toEqual(['placed', 'few-left', 'placed', 'sold-out'])
    expect(await takenOf(event.tickets[0]!.quotaIds[0]!)).toBe(3)
  })

  test('with a bad one in the middle places its neighbours', async () => {
    const event = await givenEvent(db())
    const bad = anOrder(event, { people: [aPerson('no-such-type')] })
    expect(codesOf(await place(anOrder(event), bad, anOrder(event)))).toEqual(['placed', 'ticket-unknown', 'placed'])
  })

  test('with one that breaks the transaction is placed one by one', async () => {
    const event = await givenEvent(db())
    const breaking = anOrder(event, {
      people: [aPerson(event.tickets[0]!.id, { answers: [{ questionId: 'no-such-question', value: 'x' }] })],
    })
    expect(codesOf(await place(anOrder(event), breaking, anOrder(event)))).toEqual(['placed', 'failed', 'placed'])
    await expect(place(breaking)).rejects.toThrow()
  })

  test('of several events keeps them apart', async () => {
    const [one, other] = [
      await givenEvent(db(), { tickets: [{ seats: 1 }] }),
      await givenEvent(db(), { tickets: [{ seats: 1 }] }),
    ]
    expect(codesOf(await place(anOrder(one), anOrder(other), anOrder(one)))).toEqual(['placed', 'placed', 'sold-out'])
  })

  test('of 450 is placed, in one go', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 400 }] })
    const codes = codesOf(await place(...Array.from({ length: 450 }, () => anOrder(event))))
    expect(codes.slice(0, 400).every((code) => code === 'placed')).toBe(true)
    expect(codes.slice(400).every((code) => code === 'sold-out')).toBe(true)
  })

  test('answers two of one form with one order', async () => {
    const event = await givenEvent(db())
    const order = anOrder(event)
    const [first, second] = await place(order, order)
    expect(first).toMatchObject({ value: { isNew: true } })
    expect(second).toMatchObject({ value: { isNew: false, code: (first as { value: { code: string } }).value.code } })
  })
})

describe('the same form', () => {
  test('sent again later is the order that exists, with no second seat', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 5, seats: 4 }] })
    const order = anOrder(event)
    const first = await placed(db(), order)
    expect(await placed(db(), order)).toEqual({ ...first, isNew: false })
    expect(await takenOf(event.tickets[0]!.quotaIds[0]!)).toBe(1)
  })

  test('sent five times at once is one order', async () => {
    const event = await givenEvent(db())
    const order = anOrder(event)
    const results = await Promise.all(Array.from({ length: 5 }, () => place(order)))
    const codes = new Set(results.map(([one]) => (one!.ok ? one!.value.code : 'refused')))
    expect(codes.size).toBe(1)
    expect(await db().selectFrom('orders').select('id').execute()).toHaveLength(1)
    expect(await takenOf(event.tickets[0]!.quotaIds[0]!)).toBe(1)
  })

  test('of another event is refused', async () => {
    const [one, other] = [await givenEvent(db()), await givenEvent(db())]
    await placed(db(), anOrder(one, { formKey: 'same' }))
    expect(codesOf(await place(anOrder(other, { formKey: 'same' })))).toEqual(['form-used'])
  })
})

test('one address from two forms at once is one registration', async () => {
  const event = await givenEvent(db())
  const by = () => anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email: 'same@example.org' })] })
  const results = await Promise.all([place(by()), place(by()), place(by())])
  expect(codesOf(results.flat()).toSorted()).toEqual(['already-registered', 'already-registered', 'placed'])
})

test('asks no more questions for fifty orders than for one', async () => {
  const event = await givenEvent(db(), { tickets: [{ seats: 100_000, price: 5 }] })
  const counted = async (orders: PlaceOrder[]) => {
    let count = 0
    const watched = db().withPlugin({
      transformQuery: ({ node }) => (count++, node),
      transformResult: ({ result }) => Promise.resolve(result),
    })
    expect(codesOf(await placeOrders(watched, { orders, now: NOW })).every((code) => code === 'placed')).toBe(true)
    return count
  }
  const one = await counted([anOrder(event)])
  expect(await counted(Array.from({ length: 50 }, () => anOrder(event)))).toBe(one)
})
