import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aWish, broken, openList, orderWith } from './a-queue.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { changeEntry } from '#app/waiting-list/change-entry.server.ts'
import { expireEntries } from '#app/waiting-list/expire-entries.server.ts'
import { joinWaitingList } from '#app/waiting-list/join-waiting-list.server.ts'
import { lapseOffers } from '#app/waiting-list/lapse-offers.server.ts'
import { leaveWaitingList } from '#app/waiting-list/leave-waiting-list.server.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { planOffers } from '#app/waiting-list/plan-offers.ts'
import type { Queue, QueueEntry } from '#app/waiting-list/queue.ts'
import { readQueue } from '#app/waiting-list/read-queue.server.ts'
import { settleOffers } from '#app/waiting-list/settle-offers.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent, givenQuota } from '#tests/support/given.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'

/** Two quotas, both full, and three ticket types, of which one draws on both. */
const TYPES = 3

type Step =
  | { do: 'join'; choices: number[]; party: number; isWhole: boolean }
  | { do: 'walk-in'; type: number; party: number }
  | { do: 'cancel' | 'accept' | 'leave' | 'shrink'; which: number }
  | { do: 'wait'; minutes: number }
  | { do: 'jobs' | 'add-seat' }

const type = fc.nat(TYPES - 1)
const single: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      choices: fc.uniqueArray(type, { minLength: 1, maxLength: 3 }),
      party: fc.integer({ min: 1, max: 3 }),
      isWhole: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('walk-in' as const), type, party: fc.integer({ min: 1, max: 2 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'cancel' as const, 'accept' as const, 'leave' as const, 'shrink' as const),
      which: fc.nat(9),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(5, 45, 150) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('jobs' as const, 'jobs' as const, 'add-seat' as const) }) },
)

/** What several workers do at the same moment. */
const together = fc.array(single, { minLength: 1, maxLength: 3 })

async function world(given: Awaited<ReturnType<typeof testServices>>, passesOver: boolean) {
  const { db } = given
  const event = await givenEvent(db, { tickets: [] })
  const quotas = [await givenQuota(db, event.id, 3), await givenQuota(db, event.id, 2)]
  const { tickets } = await givenEvent(db, {
    tickets: [{ quotaIds: [quotas[0]!] }, { quotaIds: [quotas[1]!], price: 100 }, { quotaIds: quotas }],
  })
  for (const [at, { id }] of tickets.entries())
    await db
      .updateTable('ticketTypes')
      .set({ eventId: event.id, code: `T${at}` })
      .where('id', '=', id)
      .execute()
  await openList(db, event.id, { passesOver: passesOver ? 1 : 0, offerHours: 2 })
  for (const type of [0, 0, 0, 1, 1])
    await placed(db, anOrder({ id: event.id, tickets }, { people: [aPerson(tickets[type]!.id)] }))
  return { db, event: { id: event.id, tickets }, quotas, now: NOW, actor: { kind: 'system' as const } }
}

type World = Awaited<ReturnType<typeof world>>

/** True when it was a walk-in that got its seats. */
async function perform({ db, event, quotas, now, actor }: World, step: Step): Promise<boolean> {
  switch (step.do) {
    case 'join':
      await joinWaitingList(
        db,
        aWish(event, {
          ticketTypeIds: step.choices.map((at) => event.tickets[at]!.id),
          partySize: step.party,
          isAllOrNothing: step.isWhole,
          wantedUntilAt: step.party === 3 ? addMinutes(now, 200) : null,
          now,
        }),
      )
      return false
    case 'walk-in': {
      const people = Array.from({ length: step.party }, () => aPerson(event.tickets[step.type]!.id))
      const [result] = await placeOrders(db, { orders: [anOrder(event, { people })], now })
      return result!.ok
    }
    case 'cancel': {
      const active = await db
        .selectFrom('registrations')
        .select('id')
        .where('eventId', '=', event.id)
        .where('state', 'in', ['held', 'confirmed'])
        .orderBy('id')
        .execute()
      const one = active[step.which % Math.max(1, active.length)]
      if (one) await cancelRegistrations(db, { registrationIds: [one.id], now, actor, reason: 'test' })
      return false
    }
    case 'accept': {
      const offers = await db
        .selectFrom('offers')
        .selectAll()
        .where('eventId', '=', event.id)
        .orderBy('state', 'desc')
        .orderBy('id')
        .execute()
      const offer = offers[step.which % Math.max(1, offers.length)]
      if (offer) await placeOrders(db, { orders: [orderWith(event, offer, 1 + (step.which % offer.seats))], now })
      return false
    }
    case 'leave':
    case 'shrink': {
      const entries = await db
        .selectFrom('waitingListEntries')
        .selectAll()
        .where('eventId', '=', event.id)
        .orderBy('id')
        .execute()
      const entry = entries[step.which % Math.max(1, entries.length)]
      if (entry && step.do === 'leave') await leaveWaitingList(db, { entryId: entry.id, now })
      if (entry && step.do === 'shrink') {
        const wish = { ticketTypeIds: [event.tickets[step.which % TYPES]!.id], partySize: 1 + (step.which % 2) }
        await changeEntry(db, { entryId: entry.id, ...wish, isAllOrNothing: true, wantedUntilAt: null, now })
      }
      return false
    }
    case 'add-seat':
      await db
        .updateTable('quotas')
        .set((row) => ({ size: row('size', '+', 1) }))
        .where('id', '=', quotas[0]!)
        .execute()
      return false
    case 'wait':
    case 'jobs':
      await lapseHolds(db, { now })
      await settleOffers(db, { now })
      await lapseOffers(db, { now })
      await expireEntries(db, { now })
      await offerSeats(db, { now })
      return false
  }
}

/**
 * Who could be served now out of a quota that this ticket type draws on. Of an option that needs several quotas, only
 * those count in which there was no room when the list was last gone through: the others were there for everybody.
 */
function overtaken(queue: Queue, ticketTypeId: string, now: Instant): QueueEntry[] {
  const drawn = queue.types.get(ticketTypeId)!.quotaIds
  return planOffers(queue, now)
    .offers.filter(({ entry, option }) =>
      (option.quotaIds.length === 1 ? option.quotaIds : entry.waitingFor).some((id) => drawn.includes(id)),
    )
    .map(({ entry }) => entry)
}

/** Pairs of which the later was served before the earlier, though it wanted no less and nothing else. */
function outOfOrder(before: Queue, after: Queue): string[] {
  const isWaiting = new Set(after.entries.map(({ id }) => id))
  const served = before.entries.filter(({ id }) => !isWaiting.has(id))
  return served.flatMap((later) =>
    before.entries
      .slice(0, before.entries.indexOf(later))
      .filter(
        (earlier) =>
          isWaiting.has(earlier.id) &&
          earlier.partySize <= later.partySize &&
          earlier.isAllOrNothing <= later.isAllOrNothing &&
          later.ticketTypeIds.every((id) => earlier.ticketTypeIds.includes(id)),
      )
      .map((earlier) => `${later.id} before ${earlier.id}`),
  )
}

const RUNS = process.env['PLENARY_TEST_DEEP'] === '1' ? 500 : 10

test.each([false, true])(
  'whatever happens and however many work at once, nobody walks in before who waits (passing over: %s)',
  async (passesOver) => {
    const given = await testServices()
    const property = fc.asyncProperty(fc.array(together, { minLength: 8, maxLength: 20 }), async (moments) => {
      const here = await world(given, passesOver)
      let hasCancelled = false
      for (const steps of moments) {
        here.now = addMinutes(here.now, 1)
        for (const step of steps) if (step.do === 'wait') here.now = addMinutes(here.now, step.minutes)
        hasCancelled ||= steps.some((step) => step.do === 'cancel')
        const before = (await readQueue(here.db, here.event.id))!
        const got = await Promise.all(steps.map((step) => perform(here, step)))
        const [step] = steps
        if (steps.length === 1 && step!.do === 'walk-in' && got[0])
          expect(overtaken(before, here.event.tickets[step!.type]!.id, here.now)).toEqual([])
        if (steps.every((one) => one.do === 'jobs'))
          expect(outOfOrder(before, (await readQueue(here.db, here.event.id))!)).toEqual([])
        // Who cancels a paid seat sees to the money; here nobody does.
        const violations = (await broken(here.db)).filter(
          ({ invariant }) => !(hasCancelled && (invariant === 4 || invariant === 5)),
        )
        expect(violations, JSON.stringify(moments)).toEqual([])
      }
    })
    await fc.assert(property, { numRuns: RUNS, seed: 2027 })
    await given.close()
  },
  600_000,
)
