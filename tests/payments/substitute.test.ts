import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeRules, givenPaidOrder } from './given-paid-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { decideSubstitution } from '#app/registrations/changes/decide-substitution.server.ts'
import { editDetails } from '#app/registrations/changes/edit-details.server.ts'
import { waitingSubstitutions } from '#app/registrations/changes/queries.server.ts'
import { seatToChange } from '#app/registrations/changes/seat-to-change.server.ts'
import type { Substitute } from '#app/registrations/changes/substitute-form.ts'
import { substitute } from '#app/registrations/changes/substitute.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { newToken } from '#app/values/secret.ts'
import { connect } from '#db/connect.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

const GRACE: Substitute = {
  fullName: 'Grace',
  latinName: '',
  email: 'grace@example.org',
  affiliation: 'Example IX',
  country: 'KE',
}

interface Placed {
  orderId: string
  registrations: { id: string; code: string }[]
}

const pass = (order: Placed, person: Partial<Substitute> = {}, at = 0, db = shop.db) =>
  substitute(db, {
    orderId: order.orderId,
    code: order.registrations[at]!.code,
    person: { ...GRACE, ...person },
    now: shop.now(),
    actor: { kind: 'visitor' },
  })

const seats = (orderId: string) =>
  shop.db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'people.fullName', 'replacesId'])
    .select(['mainRegistrationId', 'ticketTypeId'])
    .where('orderId', '=', orderId)
    .orderBy('registrations.id')
    .execute()
const taken = async () => (await shop.db.selectFrom('quotas').select('taken').execute()).map((one) => one.taken)
const mails = (template: string) =>
  shop.db
    .selectFrom('messages')
    .select(['recipientKey', 'subjectId'])
    .where('template', '=', template)
    .orderBy('id')
    .execute()

describe('passing a seat on', () => {
  it('needs no free seat: the counter does not move, the old ticket is void, the new person has their own', async () => {
    const order = await givenPaidOrder(shop, { seats: 1, ticket: { allowsRepeat: 0 } })
    await changeRules(shop, order.event.id)
    expect(await taken()).toEqual([1])
    expect(await pass(order)).toEqual({ ok: true, value: { state: 'done' } })
    const [old, grace] = await seats(order.orderId)
    expect(old).toMatchObject({ state: 'transferred', fullName: 'Person 1' })
    expect(grace).toMatchObject({ state: 'confirmed', fullName: 'Grace', replacesId: old!.id })
    expect(grace!.code).not.toBe(old!.code)
    expect(await taken()).toEqual([1])
    expect(await mails('ticket')).toEqual([{ recipientKey: 'grace@example.org', subjectId: grace!.id }])
    expect((await mails('seat-changed')).map(({ recipientKey }) => recipientKey)).toEqual(['person-1@example.org'])
    expect(await pass(order)).toMatchObject({ refusals: [{ code: 'seat-gone' }] })
  })

  it('and on again, and the seat still costs what was paid for it', async () => {
    const order = await givenPaidOrder(shop)
    await changeRules(shop, order.event.id)
    await pass(order)
    const [, grace] = await seats(order.orderId)
    await pass({ ...order, registrations: [grace!] }, { email: 'hedy@example.org', fullName: 'Hedy' })
    const hedy = (await seats(order.orderId))[2]!
    expect(await seatToChange(shop.db, { orderId: order.orderId, code: hedy.code })).toMatchObject({ cost: 12_500 })
    const input = {
      orderId: order.orderId,
      code: hedy.code,
      shown: 0,
      now: shop.now(),
      actor: { kind: 'visitor' as const },
    }
    expect(await cancelSeat(shop.db, shop.services.gateways, input)).toMatchObject({
      ok: true,
      value: { cost: 12_500 },
    })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['transferred', 'transferred', 'cancelled'])
  })

  it('to somebody who has the ticket already, or to oneself, is refused', async () => {
    const order = await givenPaidOrder(shop, { ticket: { allowsRepeat: 0 } })
    await changeRules(shop, order.event.id)
    await placeOrders(shop.db, {
      now: shop.now(),
      orders: [
        {
          eventId: order.event.id,
          formKey: newToken(),
          language: 'en',
          paymentMethod: 'card',
          people: [{ ticketTypeId: order.event.tickets[0]!.id, fullName: 'Grace', email: 'grace@example.org' }],
        },
      ],
    })
    expect(await pass(order)).toMatchObject({ refusals: [{ code: 'address-registered', field: 'email' }] })
    expect(await pass(order, { email: 'Person-1@example.org ' })).toMatchObject({ refusals: [{ code: 'same-person' }] })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('of the same organization is free, else an organizer is asked', async () => {
    const order = await givenPaidOrder(shop, { people: 2 })
    await changeRules(shop, order.event.id, { substitution: 'same-organization' })
    await shop.db
      .updateTable('people')
      .set({ affiliation: 'Éxample IX' })
      .where('fullName', 'like', 'Person %')
      .execute()
    expect(await pass(order, { affiliation: 'example ix' })).toMatchObject({ value: { state: 'done' } })
    expect(await pass(order, { email: 'hedy@example.org', affiliation: 'Other' }, 1)).toMatchObject({
      value: { state: 'waits' },
    })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['transferred', 'confirmed', 'confirmed'])
  })

  it('after approval changes nothing until an organizer agrees, once', async () => {
    const order = await givenPaidOrder(shop)
    await changeRules(shop, order.event.id, { substitution: 'approval' })
    const eventId = order.event.id
    expect(await pass(order)).toMatchObject({ value: { state: 'waits' } })
    expect(await pass(order, { email: 'hedy@example.org' })).toMatchObject({ refusals: [{ code: 'change-waiting' }] })
    const { rows, total } = await waitingSubstitutions(shop.db, { eventId, page: 1, size: 25 })
    expect({ rows, total }).toMatchObject({ total: 1, rows: [{ fromName: 'Person 1', toName: 'Grace' }] })
    const decide = (isAgreed: boolean) =>
      decideSubstitution(shop.db, {
        eventId,
        changeId: rows[0]!.id,
        isAgreed,
        now: shop.now(),
        actor: { kind: 'account', id: 'a' },
      })
    expect(
      await decideSubstitution(shop.db, {
        eventId: 'other',
        changeId: rows[0]!.id,
        isAgreed: true,
        now: shop.now(),
        actor: { kind: 'system' },
      }),
    ).toMatchObject({ ok: false })
    expect(await decide(true)).toMatchObject({ ok: true })
    expect(await decide(false)).toMatchObject({ refusals: [{ code: 'gone' }] })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['transferred', 'confirmed'])
  })

  it('that an organizer refuses forgets who was meant, and tells the person', async () => {
    const order = await givenPaidOrder(shop)
    await changeRules(shop, order.event.id, { substitution: 'approval' })
    await pass(order)
    const { rows } = await waitingSubstitutions(shop.db, { eventId: order.event.id, page: 1, size: 25 })
    const input = { eventId: order.event.id, changeId: rows[0]!.id, isAgreed: false, now: shop.now() }
    await decideSubstitution(shop.db, { ...input, actor: { kind: 'account', id: 'a' } })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(await shop.db.selectFrom('people').select('id').where('fullName', '=', 'Grace').execute()).toEqual([])
    expect(await mails('seat-not-passed-on')).toHaveLength(1)
  })

  it('asks the new person for a proof of their own', async () => {
    const order = await givenPaidOrder(shop)
    await changeRules(shop, order.event.id)
    await shop.db.updateTable('ticketTypes').set({ eligibility: 'student', proof: 'upload' }).execute()
    await pass(order)
    const [, grace] = await seats(order.orderId)
    expect(await shop.db.selectFrom('proofs').select(['registrationId', 'state', 'how']).execute()).toEqual([
      { registrationId: grace!.id, state: 'waiting', how: 'upload' },
    ])
  })

  it('takes the person’s add-ons along, and leaves a guest’s to the guest', async () => {
    const event = await givenEvent(shop.db, {
      tickets: [
        { seats: 5 },
        { seats: 5, isAddon: 1, name: 'Dinner' },
        { seats: 5, isAddon: 1, allowsGuest: 1, name: 'Guest dinner' },
      ],
    })
    await changeRules(shop, event.id)
    const [main, dinner, guest] = event.tickets.map(({ id }) => id) as [string, string, string]
    const [placed] = await placeOrders(shop.db, {
      now: shop.now(),
      orders: [
        {
          eventId: event.id,
          formKey: newToken(),
          language: 'en',
          people: [
            { ticketTypeId: main, fullName: 'Ada', email: 'ada@example.org' },
            { ticketTypeId: dinner, fullName: 'Ada', email: 'ada@example.org', mainAt: 0 },
            { ticketTypeId: guest, fullName: 'Bob', email: 'bob@example.org', mainAt: 0 },
          ],
        },
      ],
    })
    if (!placed?.ok) throw new Error(JSON.stringify(placed))
    const { orderId, registrations } = placed.value
    await pass({ orderId, registrations: [registrations.find(({ ticketTypeId }) => ticketTypeId === main)!] })
    const standing = (await seats(orderId)).filter(({ state }) => state === 'confirmed')
    const grace = standing.find(({ ticketTypeId }) => ticketTypeId === main)!
    expect(standing).toHaveLength(3)
    for (const { ticketTypeId, fullName, mainRegistrationId } of standing)
      expect([fullName, mainRegistrationId]).toEqual(
        ticketTypeId === main ? ['Grace', null] : [ticketTypeId === guest ? 'Bob' : 'Grace', grace.id],
      )
  })

  it('is over after its day, not for a seat that waits for its money, and never where it is not offered', async () => {
    const order = await givenPaidOrder(shop)
    expect(await pass(order)).toMatchObject({ refusals: [{ code: 'change-never' }] })
    await changeRules(shop, order.event.id, { substituteUntilAt: shop.now() })
    expect(await pass(order)).toMatchObject({ refusals: [{ code: 'change-over' }] })
    const held = await givenUnpaidOrder(shop.db, { event: order.event })
    expect(await pass(held)).toMatchObject({ refusals: [{ code: 'seat-held' }] })
  })

  it('asked for twice at once, with two people, gives it to one', async () => {
    const order = await givenPaidOrder(shop)
    await changeRules(shop, order.event.id)
    const other = connect(shop.services.config.databaseUrl, 2)
    try {
      const results = await Promise.all([
        pass(order),
        pass(order, { email: 'hedy@example.org', fullName: 'Hedy' }, 0, other),
      ])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    } finally {
      await other.destroy()
    }
    expect(await statesOf(shop.db, order.orderId)).toEqual(['transferred', 'confirmed'])
  })
})

describe('correcting details', () => {
  const person = { fullName: 'Ada Lovelace', latinName: '', badgeName: 'Ada', affiliation: '', country: 'GB' }

  it('needs no seat, keeps the address, and is over after its day', async () => {
    const order = await givenPaidOrder(shop, { seats: 1 })
    const { code } = order.registrations[0]!
    const edit = () =>
      editDetails(shop.db, {
        orderId: order.orderId,
        code,
        person,
        shown: [],
        answers: {},
        now: shop.now(),
        actor: { kind: 'visitor' },
      })
    await shop.db.updateTable('quotas').set({ waiting: 0 }).execute()
    expect(await edit()).toMatchObject({ ok: true })
    expect(await seatToChange(shop.db, { orderId: order.orderId, code })).toMatchObject({
      fullName: 'Ada Lovelace',
      badgeName: 'Ada',
      affiliation: null,
      email: 'person-1@example.org',
    })
    await changeRules(shop, order.event.id, { editUntilAt: shop.now() })
    expect(await edit()).toMatchObject({ refusals: [{ code: 'change-over' }] })
  })
})
