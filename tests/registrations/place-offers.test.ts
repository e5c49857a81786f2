import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anOrder, aPerson, codesOf, placed } from './an-order.ts'
import { aWish, givenFullEvent, joined } from '#tests/waiting-list/a-queue.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { eligibleKey } from '#app/registrations/eligible-key.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { endReservation, setAside } from '#app/registrations/seats/reservations.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { PaymentMethod } from '#db/schema.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const DAY = 24 * 60

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

const registrations = async () => await db().selectFrom('registrations').selectAll().orderBy('id').execute()

describe('the way to pay', () => {
  test.each<[PaymentMethod, { state: string; confirmsOn: string; dueAt: string | null; heldUntil: string | null }]>([
    ['card', { state: 'held', confirmsOn: 'payment', dueAt: null, heldUntil: addMinutes(NOW, 40) }],
    [
      'bank-transfer',
      { state: 'held', confirmsOn: 'payment', dueAt: addMinutes(NOW, 14 * DAY), heldUntil: addMinutes(NOW, 16 * DAY) },
    ],
    ['invoice', { state: 'confirmed', confirmsOn: 'placing', dueAt: addMinutes(NOW, 30 * DAY), heldUntil: null }],
    [
      'mobile-money',
      { state: 'held', confirmsOn: 'payment', dueAt: addMinutes(NOW, 3 * DAY), heldUntil: addMinutes(NOW, 5 * DAY) },
    ],
    ['desk', { state: 'confirmed', confirmsOn: 'placing', dueAt: '2027-06-13T22:00:00.000Z', heldUntil: null }],
    [
      'waiver',
      { state: 'held', confirmsOn: 'payment', dueAt: addMinutes(NOW, 14 * DAY), heldUntil: addMinutes(NOW, 16 * DAY) },
    ],
  ])('%s decides what waits for the money, and how long', async (paymentMethod, expected) => {
    const paymentMethods = 'card,bank-transfer,invoice,mobile-money,desk,waiver'
    const event = await givenEvent(db(), { paymentMethods, tickets: [{ price: 100_00, seats: 5 }] })
    await placed(db(), anOrder(event, { paymentMethod }))
    const [registration] = await registrations()
    const order = await db().selectFrom('orders').selectAll().executeTakeFirstOrThrow()
    const { state, heldUntil } = registration!
    expect({ state, heldUntil, confirmsOn: order.confirmsOn, dueAt: order.dueAt }).toEqual(expected)
  })

  test('has the terms that the event sets, and is on offer while they say so', async () => {
    const event = await givenEvent(db(), { paymentMethods: 'card,invoice', tickets: [{ price: 100_00 }] })
    const terms = {
      eventId: event.id,
      method: 'invoice' as const,
      confirmsOn: 'placing' as const,
      dueDays: 10,
      fromAt: addMinutes(NOW, 1),
      untilAt: null,
      needsApproval: 1 as const,
      instructions: '',
    }
    await db().insertInto('paymentTerms').values(terms).execute()
    expect(codesOf(await place(anOrder(event, { paymentMethod: 'invoice' })))).toEqual(['payment-method'])
    await placed(db(), anOrder(event, { paymentMethod: 'invoice' }), addMinutes(NOW, 1))
    // It waits for whoever has to agree.
    expect(await registrations()).toMatchObject([{ state: 'held', heldUntil: addMinutes(NOW, 12 * DAY + 1) }])
  })

  test('never waits for longer than until the event begins', async () => {
    const event = await givenEvent(db(), {
      startsOn: '2026-11-24',
      paymentMethods: 'bank-transfer',
      tickets: [{ price: 100_00 }],
    })
    await placed(db(), anOrder(event, { paymentMethod: 'bank-transfer' }))
    const order = await db().selectFrom('orders').select('dueAt').executeTakeFirstOrThrow()
    expect(order.dueAt).toBe('2026-11-23T22:00:00.000Z')
  })

  test('is kept with who pays, when that is somebody else', async () => {
    const event = await givenEvent(db(), { paymentMethods: 'invoice', tickets: [{ price: 100_00 }] })
    const payer = {
      name: 'Example GmbH',
      email: 'rechnung@example.org',
      address: 'Example Street 1\nBerlin',
      country: 'DE',
      taxNumber: 'DE 123 456 789',
      purchaseOrder: 'PO-7',
    }
    const tax = {
      id: 'tax',
      eventId: event.id,
      name: 'VAT',
      rate: 18_00,
      isInclusive: 1 as const,
      isDefault: 1 as const,
    }
    await db()
      .insertInto('taxRules')
      .values({ ...tax, allowsReverseCharge: 1, note: '' })
      .execute()
    const one = await placed(db(), anOrder(event, { paymentMethod: 'invoice', payer }))
    expect(one.due).toEqual({ amountMinor: 84_75, currency: 'USD' })
    expect(await db().selectFrom('payers').selectAll().execute()).toEqual([
      { ...payer, orderId: one.orderId, organization: null, taxNumber: 'DE123456789', isReverseCharge: 1 },
    ])
    expect(await db().selectFrom('orderLines').select(['taxRate', 'taxMinor', 'taxNote']).execute()).toEqual([
      { taxRate: 0, taxMinor: 0, taxNote: 'Reverse charge' },
    ])
  })
})

describe('a seat without a name', () => {
  test('is taken and mailed to nobody; who orders is somebody of their own', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 5 }] })
    const seat = () => aPerson(event.tickets[0]!.id, { isUnnamed: true, fullName: '', email: '' })
    const orderer = { fullName: 'Manager', email: 'manager@example.org' }
    const one = await placed(db(), anOrder(event, { people: [seat(), seat(), seat()], orderer }))
    expect(await registrations()).toMatchObject([{ activeKey: null }, { activeKey: null }, { activeKey: null }])
    const people = await db().selectFrom('people').select(['fullName', 'email']).orderBy('fullName').execute()
    expect(people).toEqual([
      { fullName: '', email: null },
      { fullName: '', email: null },
      { fullName: '', email: null },
      { fullName: 'Manager', email: 'manager@example.org' },
    ])
    const messages = await db().selectFrom('messages').select(['template', 'recipientEmail', 'subjectId']).execute()
    expect(messages).toEqual([
      { template: 'order-confirmed', recipientEmail: 'manager@example.org', subjectId: one.orderId },
    ])
  })

  test('does not order for itself', async () => {
    const event = await givenEvent(db())
    const people = [aPerson(event.tickets[0]!.id, { isUnnamed: true, fullName: '', email: '' })]
    expect(codesOf(await place(anOrder(event, { people })))).toEqual(['orderer-missing'])
  })
})

describe('an add-on', () => {
  const addon = { isAddon: 1 as const, allowsRepeat: 0 as const, seats: 5 }

  test('goes with a main ticket of the same person, named or found by the address', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 5 }, addon] })
    const [main, dinner] = event.tickets
    const email = 'one@example.org'
    const people = [aPerson(dinner!.id, { email }), aPerson(main!.id, { email })]
    const one = await placed(db(), anOrder(event, { people }))
    const rows = new Map((await registrations()).map((row) => [row.ticketTypeId, row]))
    expect(rows.get(dinner!.id)!.mainRegistrationId).toBe(rows.get(main!.id)!.id)
    // One person, one mail.
    expect(await db().selectFrom('messages').select('template').execute()).toEqual([{ template: 'order-confirmed' }])
    expect(one.registrations).toHaveLength(2)
  })

  test('alone, with another person’s ticket or with another add-on is refused', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 5 }, addon, { ...addon }] })
    const [main, dinner, tour] = event.tickets
    const alone = anOrder(event, { people: [aPerson(dinner!.id)] })
    const others = anOrder(event, { people: [aPerson(main!.id), aPerson(dinner!.id, { mainAt: 0 })] })
    const both = anOrder(event, {
      people: [
        aPerson(dinner!.id, { email: 'a@example.org' }),
        aPerson(tour!.id, { mainAt: 0, email: 'a@example.org' }),
      ],
    })
    const nowhere = anOrder(event, { people: [aPerson(main!.id), aPerson(dinner!.id, { mainAt: 7 })] })
    expect(codesOf(await place(alone, others, both, nowhere))).toEqual([
      'needs-main',
      'needs-main',
      'needs-main needs-main',
      'needs-main',
    ])
  })

  test('goes with some main tickets only, where the organizer says so', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 5 }, { seats: 5 }, addon] })
    const [full, remote, tour] = event.tickets
    await db().insertInto('ticketTypeMains').values({ ticketTypeId: tour!.id, mainTypeId: full!.id }).execute()
    const order = (type: string) => {
      const email = `${type}@example.org`
      return anOrder(event, { people: [aPerson(type, { email }), aPerson(tour!.id, { email, mainAt: 0 })] })
    }
    expect(codesOf(await place(order(full!.id), order(remote!.id)))).toEqual(['placed', 'needs-main'])
  })

  test('may be for guests, who need no address', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 5 }, { ...addon, allowsGuest: 1 }] })
    const [main, guest] = event.tickets
    const people = [
      aPerson(main!.id),
      aPerson(guest!.id, { fullName: 'Ani', email: '', mainAt: 0 }),
      aPerson(guest!.id, { fullName: 'Budi', email: '', mainAt: 0 }),
    ]
    await placed(db(), anOrder(event, { people }))
    const [first, ...guests] = await registrations()
    expect(guests.map(({ mainRegistrationId, activeKey }) => [mainRegistrationId, activeKey])).toEqual([
      [first!.id, null],
      [first!.id, null],
    ])
  })
})

describe('a ticket type for some', () => {
  const of = async (ticket: object, country = 'RW') => {
    const event = await givenEvent(db(), { country, tickets: [{ seats: 5, ...ticket }] })
    return { event, order: (person: object) => anOrder(event, { people: [aPerson(event.tickets[0]!.id, person)] }) }
  }
  const proofs = async () => await db().selectFrom('proofs').selectAll().execute()

  test('by declaration takes people at their word, and says so', async () => {
    const { order } = await of({ eligibility: 'member', proof: 'declaration' })
    expect(codesOf(await place(order({})))).toEqual(['proof-missing'])
    await placed(db(), order({ proof: { isDeclared: true } }))
    expect(await proofs()).toMatchObject([
      { eligibility: 'member', how: 'declaration', state: 'verified', verifiedAt: NOW, verifiedBy: null },
    ])
  })

  test('by a list knows addresses and membership numbers, of which it keeps hashes', async () => {
    const { event, order } = await of({ eligibility: 'member', proof: 'list' })
    const add = async (typed: string) =>
      await db()
        .insertInto('eligiblePeople')
        .values({
          eventId: event.id,
          eligibility: 'member',
          keyHash: eligibleKey(event.id, 'member', typed),
          addedAt: NOW,
        })
        .execute()
    await add('Member@Example.org')
    await add('ISOC-1234')
    const results = await place(
      order({ email: 'member@example.org' }),
      order({ proof: { memberNumber: 'isoc 1234' } }),
      order({ proof: { memberNumber: '1234' } }),
    )
    expect(codesOf(results)).toEqual(['placed', 'placed', 'not-eligible'])
  })

  test('by a paper waits for somebody to look at it', async () => {
    const { order } = await of({ eligibility: 'student', proof: 'upload' })
    expect(codesOf(await place(order({})))).toEqual(['proof-missing'])
    await placed(db(), order({ proof: { fileId: 'file-1' } }))
    expect(await proofs()).toMatchObject([{ how: 'upload', state: 'waiting', fileId: 'file-1', verifiedAt: null }])
  })

  test('at the desk waits until then', async () => {
    const { order } = await of({ eligibility: 'student', proof: 'desk' })
    await placed(db(), order({}))
    expect(await proofs()).toMatchObject([{ how: 'desk', state: 'waiting' }])
  })

  test.each([
    ['low-income-economy', 'RW', 'placed'],
    ['low-income-economy', 'NG', 'placed'],
    ['low-income-economy', 'DE', 'not-eligible'],
    ['low-income-economy', '', 'proof-missing'],
    ['host-resident', 'RW', 'placed'],
    ['host-resident', 'KE', 'not-eligible'],
  ])('%s looks at where one lives: %s is %s', async (eligibility, country, code) => {
    const { order } = await of({ eligibility, proof: 'desk' })
    expect(codesOf(await place(order({ country })))).toEqual([code])
  })

  test('is vouched for by who adds somebody by hand', async () => {
    const { order } = await of({ eligibility: 'student', proof: 'upload', isHidden: 1 })
    await placed(db(), { ...order({}), isPrivileged: true, actor: { kind: 'account', id: 'organizer' } })
    expect(await proofs()).toMatchObject([{ state: 'verified', verifiedBy: 'organizer', verifiedAt: NOW }])
  })
})

describe('the waiting list', () => {
  const offered = async (eventId: string, quotaId: string, seats: number) => {
    const demand = new Map([[quotaId, seats]])
    const offer = {
      eventId,
      kind: 'offer' as const,
      subjectId: null,
      name: '',
      untilAt: null,
      demand,
      isForQueue: true,
    }
    const made = await transact(db(), (db) => setAside(db, { ...offer, now: NOW, actor: { kind: 'system' } }))
    if (!made.ok || !made.value.ok) throw new Error('no room')
    return made.value.id
  }
  test('is never overtaken by who walks in, in a list or alone; an organizer adds by name', async () => {
    const event = await givenFullEvent(db(), { seats: 2 })
    await joined(db(), aWish(event))
    const registrationIds = event.orders.flatMap(({ registrations }) => registrations.map(({ id }) => id))
    await cancelRegistrations(db(), { registrationIds, now: NOW, actor: { kind: 'system' }, reason: 'test' })
    expect(await place(anOrder(event))).toEqual([
      { ok: false, refusals: [{ code: 'waiting-list', field: 'tickets.TYPE-1', details: { ticket: 'Ticket 1' } }] },
    ])
    const results = await place(anOrder(event), anOrder(event, { isPrivileged: true }), anOrder(event))
    expect(codesOf(results)).toEqual(['waiting-list', 'placed', 'waiting-list'])
  })

  test('gives its offer’s seats at the price of the day that it says, once', async () => {
    const steps = [
      { kind: 'early' as const, amountMinor: 100, endsAt: NOW },
      { kind: 'standard' as const, amountMinor: 200, startsAt: NOW },
    ]
    const event = await givenEvent(db(), { tickets: [{ steps, seats: 1 }] })
    const quotaId = event.tickets[0]!.quotaIds[0]!
    const id = await offered(event.id, quotaId, 1)
    expect(codesOf(await place(anOrder(event)))).toEqual(['sold-out'])
    const reservation = { id, pricedAt: addMinutes(NOW, -1) }
    const [one, other] = await place(anOrder(event, { reservation }), anOrder(event, { reservation }))
    expect(one).toMatchObject({ ok: true, value: { due: { amountMinor: 100 } } })
    expect(other).toMatchObject({ ok: false, refusals: [{ code: 'offer-over' }] })
    // By it the waiting list knows which order used the offer.
    expect(await db().selectFrom('registrationSeats').select('reservationId').execute()).toEqual([
      { reservationId: id },
    ])
  })

  test('gives nothing once the offer is over', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 1 }] })
    const id = await offered(event.id, event.tickets[0]!.quotaIds[0]!, 1)
    await transact(db(), (db) => endReservation(db, { reservationId: id, now: NOW, actor: { kind: 'system' } }))
    expect(codesOf(await place(anOrder(event, { reservation: { id, pricedAt: null } })))).toEqual(['offer-over'])
  })
})

test('a million seats are too many, told at once', async () => {
  const event = await givenEvent(db(), { tickets: [{ seats: 5 }] })
  const person = aPerson(event.tickets[0]!.id)
  const order = anOrder(event, { people: Array.from({ length: 1_000_000 }, () => person) })
  expect(codesOf(await place(order))).toEqual(['too-many'])
  expect(codesOf(await place({ ...order, isPrivileged: true }))).toEqual(['too-many'])
})
