import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CalendarEntry } from '#app/calendar/calendar-entry.ts'
import { orderFile } from '#app/calendar/own/order-calendar.server.ts'
import { ownEventCalendar } from '#app/calendar/own/own-event-calendar.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { changeSeat } from '#app/payments/changes/change-seat.server.ts'
import { changeOptions } from '#app/registrations/changes/change-options.server.ts'
import { editDetails } from '#app/registrations/changes/edit-details.server.ts'
import { seatToChange } from '#app/registrations/changes/seat-to-change.server.ts'
import { substitute } from '#app/registrations/changes/substitute.server.ts'
import { clearSeat, nameSeat } from '#app/registrations/naming/name-seat.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { anOrder, aPerson, paid } from '#tests/registrations/an-order.ts'
import { contentLines, icalFaults } from '#tests/support/ical-checker.ts'
import { givenEvent } from '#tests/support/given.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  given = await testServices()
})
afterAll(() => given.close())

const WHO = ['ana@example.org', 'ben@example.org', 'cleo@example.org']
const actor = { kind: 'visitor' } as const

type Step =
  | { do: 'place'; who: number; types: number[]; unnamed: boolean }
  | { do: 'pay' | 'cancel' | 'clear' | 'edit' | 'change'; which: number }
  | { do: 'name' | 'substitute'; which: number; who: number }
  | { do: 'lapse' | 'move the event' }

const who = fc.nat(WHO.length - 1)
const which = fc.nat(5)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      who,
      types: fc.array(fc.nat(2), { minLength: 1, maxLength: 2 }),
      unnamed: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('pay' as const, 'cancel', 'clear', 'edit', 'change'), which }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('name' as const, 'substitute'), which, who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('lapse' as const, 'move the event') }) },
)

async function givenWorld() {
  const { db, services } = given
  const event = await givenEvent(db, { tickets: [{ price: 100, name: 'Paid' }, { name: 'Free' }, { name: 'Other' }] })
  await db
    .insertInto('changeRules')
    .values({
      eventId: event.id,
      editUntilAt: null,
      substitution: 'free',
      substituteUntilAt: null,
      convertUntilAt: null,
      changeUntilAt: null,
      refundAsks: 'finance',
    })
    .execute()
  let now: Instant = NOW
  const person = (at: number) => ({ fullName: `Person ${at}`, email: WHO[at]! })

  async function seatOf(number: number) {
    const seats = await db
      .selectFrom('registrations')
      .select(['id', 'code', 'orderId'])
      .where('eventId', '=', event.id)
      .orderBy('id', 'desc')
      .execute()
    return seats.length > 0 ? seats[number % seats.length]! : null
  }

  async function place({ who, types, unnamed }: Extract<Step, { do: 'place' }>) {
    const people = types.map((type, at) => {
      const ticketTypeId = event.tickets[type]!.id
      return unnamed && at > 0
        ? { ...aPerson(ticketTypeId), fullName: '', email: '', isUnnamed: true }
        : aPerson(ticketTypeId, person(who))
    })
    await placeOrders(db, { orders: [anOrder(event, { people })], now })
  }

  async function onSeat(one: Extract<Step, { which: number }>): Promise<void> {
    const seat = await seatOf(one.which)
    if (!seat) return
    const { id: registrationId, ...asked } = seat
    if (one.do === 'pay') await paid(db, seat.orderId, now)
    if (one.do === 'cancel')
      await cancelRegistrations(db, { registrationIds: [registrationId], now, actor, reason: 'test' })
    if (one.do === 'clear') await clearSeat(db, { registrationId, now, actor })
    if (one.do === 'name')
      await nameSeat(db, { registrationId, person: person(one.who), answers: [], isOwn: false, now, actor })
    if (one.do === 'substitute') {
      const details = { ...person(one.who), latinName: '', affiliation: '', country: 'RW' }
      await substitute(db, { ...asked, person: details, now, actor })
    }
    if (one.do === 'edit') {
      const details = { fullName: `Somebody ${now}`, latinName: '', badgeName: '', affiliation: '', country: '' }
      await editDetails(db, { ...asked, person: details, shown: [], answers: {}, now, actor })
    }
    if (one.do === 'change') {
      const found = await seatToChange(db, asked)
      const [option] = found ? await changeOptions(db, found, { kind: 'ticket', now }) : []
      if (option)
        await changeSeat(db, services.gateways, {
          ...asked,
          kind: 'ticket',
          ticketTypeId: option.ticketTypeId,
          shown: option.priced.differenceMinor,
          now,
          actor,
        })
    }
  }

  return {
    event,
    now: () => now,
    async act(one: Step): Promise<void> {
      now = addMinutes(now, one.do === 'lapse' ? 60 : 1)
      if (one.do === 'place') return await place(one)
      if ('which' in one) return await onSeat(one)
      if (one.do === 'lapse') await lapseHolds(db, { now })
      else {
        await db
          .updateTable('events')
          .set({ venue: `Hall ${now}` })
          .where('id', '=', event.id)
          .execute()
        await eventChanged(db, event.id, now)
      }
    },
  }
}

/** What one person's files say of the event, and the files of their orders: UID, SEQUENCE, times and STATUS. */
async function filesOf(eventId: string, emailKey: string) {
  const { db, services } = given
  const site = { ...services.config, language: 'en' as const }
  const own = await ownEventCalendar(db, site, { eventId, emailKey })
  const orders = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select('orders.id')
    .where('orders.eventId', '=', eventId)
    .where('people.emailKey', '=', emailKey)
    .execute()
  const files = []
  for (const { id } of orders) files.push((await orderFile(db, services.config, id)).body)
  return { own, files }
}

const sameInAll = (body: string) =>
  contentLines(body)
    .filter(({ name }) => ['UID', 'SEQUENCE', 'LAST-MODIFIED', 'DTSTART', 'DTEND', 'STATUS'].includes(name))
    .map(({ name, value }) => `${name}:${value}`)

async function expectedStatus(eventId: string, emailKey: string) {
  const seats = await given.db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people as orderer', 'orderer.id', 'orders.personId')
    .select('registrations.state')
    .where('registrations.eventId', '=', eventId)
    .where((row) => row.or([row('people.emailKey', '=', emailKey), row('orderer.emailKey', '=', emailKey)]))
    .execute()
  const states = new Set(seats.map(({ state }) => state))
  return states.has('confirmed') ? 'CONFIRMED' : states.has('held') ? 'TENTATIVE' : 'CANCELLED'
}

test('whatever becomes of seats, every file of one person says the same, and no SEQUENCE ever goes down', async () => {
  const seen = new Set<string>()
  const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
    const world = await givenWorld()
    const last = new Map<string, CalendarEntry>()
    for (const one of steps) {
      await world.act(one)
      const open = await given.db
        .selectFrom('events')
        .select('sequence')
        .where('id', '=', world.event.id)
        .executeTakeFirstOrThrow()
      for (const email of WHO) {
        const { own, files } = await filesOf(world.event.id, email)
        const before = last.get(email)
        if (!own) {
          expect(before, 'what was once theirs is never forgotten').toBeUndefined()
          continue
        }
        const { entry } = own
        expect(icalFaults(own.body)).toEqual([])
        for (const file of files) expect(sameInAll(file)).toEqual(sameInAll(own.body))
        expect(entry.status).toBe(await expectedStatus(world.event.id, email))
        expect(entry.sequence).toBeGreaterThanOrEqual(open.sequence)
        seen.add(`${before?.status ?? '-'} ${entry.status}`)
        if (before) {
          const same = { sequence: 0, updatedAt: '' }
          const isChanged = JSON.stringify({ ...before, ...same }) !== JSON.stringify({ ...entry, ...same })
          expect(entry.uid).toBe(before.uid)
          expect(entry.sequence).toBeGreaterThanOrEqual(before.sequence)
          expect(entry.updatedAt >= before.updatedAt).toBe(true)
          if (isChanged) expect(entry.sequence, JSON.stringify(one)).toBeGreaterThan(before.sequence)
          if (isChanged) expect(entry.updatedAt).toBe(world.now())
        }
        last.set(email, entry)
      }
    }
  })
  await fc.assert(property, { numRuns: 30, seed: 2027 })
  const done = await given.db.selectFrom('auditEntries').select('action').distinct().execute()
  expect(done.map(({ action }) => action)).toEqual(
    expect.arrayContaining(
      ['held', 'confirmed', 'lapsed', 'cancelled', 'transferred', 'ticket-changed', 'named', 'cleared', 'edited'].map(
        (one) => `registration.${one}`,
      ),
    ),
  )
  // And people who came back.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      '- TENTATIVE',
      '- CONFIRMED',
      'TENTATIVE CONFIRMED',
      'TENTATIVE CANCELLED',
      'CONFIRMED CANCELLED',
      'CANCELLED CONFIRMED',
      'CANCELLED TENTATIVE',
    ]),
  )
}, 240_000)
