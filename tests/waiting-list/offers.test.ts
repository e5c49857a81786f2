import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aWish, broken, entryOf, givenFullEvent, joined, mailsOf, openOffersOf, orderWith } from './a-queue.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { expireEntries } from '#app/waiting-list/expire-entries.server.ts'
import { lapseOffers } from '#app/waiting-list/lapse-offers.server.ts'
import { declineOffer, leaveWaitingList } from '#app/waiting-list/leave-waiting-list.server.ts'
import { offerByName } from '#app/waiting-list/offer-by-name.server.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { openOffer } from '#app/waiting-list/open-offer.server.ts'
import { noteOfferTaken, settleOffers } from '#app/waiting-list/settle-offers.server.ts'
import { offerKey } from '#app/waiting-list/waiting-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { anOrder, codesOf, placed } from '#tests/registrations/an-order.ts'

let given: Awaited<ReturnType<typeof testServices>>
let db: typeof given.db

beforeEach(async () => {
  given = await testServices()
  ;({ db } = given)
})

afterEach(async () => {
  expect(await broken(db)).toEqual([])
  await given.close()
})

const SYSTEM = { kind: 'system' } as const
const HOUR = 60

type Full = Awaited<ReturnType<typeof givenFullEvent>>

async function free(event: Full, seats = 1, now = NOW) {
  const ids = event.orders.splice(0, seats).flatMap(({ registrations }) => registrations.map(({ id }) => id))
  await cancelRegistrations(db, { registrationIds: ids, now, actor: SYSTEM, reason: 'test' })
}

async function states(...ids: string[]) {
  const rows = await Promise.all(ids.map((id) => entryOf(db, id)))
  return rows.map(({ state }) => state)
}

describe('offering', () => {
  test('a seat that comes free is held for the first in line, once, however often the job runs', async () => {
    const event = await givenFullEvent(db)
    const first = await joined(db, aWish(event))
    const second = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
    expect(await offerSeats(db, { now: NOW })).toBe(0)
    await free(event)
    await Promise.all([offerSeats(db, { now: NOW }), offerSeats(db, { now: NOW }), offerSeats(db, { now: NOW })])
    expect(await states(first, second)).toEqual(['offered', 'waiting'])
    const offers = await openOffersOf(db, event.id)
    expect(offers).toMatchObject([{ entryId: first, seats: 1, untilAt: addMinutes(NOW, 48 * HOUR), pricedAt: null }])
    expect(await mailsOf(db, offers[0]!.id)).toEqual(['waiting-list-offer'])
  })

  test('strict: a large party keeps its seats waiting; with passing over, the next that fits goes first', async () => {
    const event = await givenFullEvent(db, { seats: 4 })
    const large = await joined(db, aWish(event, { partySize: 4 }))
    const small = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
    await free(event, 2)
    await offerSeats(db, { now: NOW })
    expect(await states(large, small)).toEqual(['waiting', 'waiting'])
    await db.updateTable('waitingListRules').set({ passesOver: 1 }).execute()
    await offerSeats(db, { now: NOW })
    expect(await states(large, small)).toEqual(['waiting', 'offered'])
  })

  test('a party that takes what it can get is offered a part, and the rest keeps its place', async () => {
    const event = await givenFullEvent(db, { seats: 4 })
    const party = await joined(db, aWish(event, { partySize: 3, isAllOrNothing: false }))
    const next = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
    await free(event, 2)
    await offerSeats(db, { now: NOW })
    expect(await openOffersOf(db, event.id)).toMatchObject([{ entryId: party, seats: 2 }])
    const rest = await db
      .selectFrom('waitingListEntries')
      .select(['id', 'partySize', 'joinedAt'])
      .where('state', '=', 'waiting')
      .where('id', '<>', next)
      .executeTakeFirstOrThrow()
    expect(rest).toMatchObject({ partySize: 1, joinedAt: NOW })
    await free(event, 1)
    await offerSeats(db, { now: NOW })
    expect(await states(rest.id, next)).toEqual(['offered', 'waiting'])
  })

  test('the first preference that holds the whole party is offered', async () => {
    const event = await givenFullEvent(db, { seats: 2, tickets: [{ seats: 2 }, { seats: 0 }] })
    const [one, two] = event.tickets
    const entry = await joined(db, aWish(event, { ticketTypeIds: [one!.id, two!.id], partySize: 2 }))
    await db.updateTable('quotas').set({ size: 2 }).where('id', '=', two!.quotaIds[0]!).execute()
    await free(event, 1)
    await offerSeats(db, { now: NOW })
    expect(await openOffersOf(db, event.id)).toMatchObject([{ entryId: entry, ticketTypeId: two!.id, seats: 2 }])
  })

  test('a seat needs room in every quota: a full one besides is waited for, and no other is kept meanwhile', async () => {
    const event = await givenFullEvent(db, { seats: 1, tickets: [{ seats: 1, name: 'Track' }] })
    const [track] = event.tickets[0]!.quotaIds
    const house = await givenFullEvent(db, { seats: 1, tickets: [{ seats: 1 }] })
    const [hall] = house.tickets[0]!.quotaIds
    await db.updateTable('quotas').set({ eventId: event.id }).where('id', '=', hall!).execute()
    await db.insertInto('ticketTypeQuotas').values({ ticketTypeId: event.tickets[0]!.id, quotaId: hall! }).execute()
    const entry = await joined(db, aWish(event))
    await free(event)
    await offerSeats(db, { now: NOW })
    const waits = await db
      .selectFrom('waitingListQuotas')
      .select(['quotaId', 'isWaiting'])
      .where('entryId', '=', entry)
      .execute()
    expect(waits).toEqual(
      expect.arrayContaining([
        { quotaId: track, isWaiting: 0 },
        { quotaId: hall, isWaiting: 1 },
      ]),
    )
    await free(house)
    await offerSeats(db, { now: NOW })
    expect(await states(entry)).toEqual(['offered'])
  })

  test('an offer ends before the sale, the list, the ways to pay and the event do; with less than an hour there is none', async () => {
    const event = await givenFullEvent(db, { seats: 3, tickets: [{ seats: 3, steps: [{ amountMinor: 100 }] }] })
    const entries = [await joined(db, aWish(event)), await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))]
    await db
      .updateTable('ticketTypes')
      .set({ onSaleUntilAt: addMinutes(NOW, 5 * HOUR) })
      .execute()
    await db
      .updateTable('waitingListRules')
      .set({ closesAt: addMinutes(NOW, 4 * HOUR) })
      .execute()
    await db
      .insertInto('paymentTerms')
      .values({
        eventId: event.id,
        method: 'card',
        confirmsOn: 'payment',
        dueDays: 0,
        fromAt: null,
        untilAt: addMinutes(NOW, 3 * HOUR),
        needsApproval: 0,
        instructions: '',
      })
      .execute()
    await lapseHolds(db, { now: addMinutes(NOW, HOUR) })
    await offerSeats(db, { now: NOW })
    const [offer] = await openOffersOf(db, event.id)
    expect(offer!.untilAt).toBe(addMinutes(NOW, 3 * HOUR))
    await declineOffer(db, { offerId: offer!.id, now: NOW })
    await leaveWaitingList(db, { entryId: entries[1]!, now: NOW })
    await db.updateTable('quotas').set({ size: 0 }).execute()
    const late = await joined(db, aWish(event, { now: addMinutes(NOW, 100) }))
    await db.updateTable('quotas').set({ size: 3 }).execute()
    await offerSeats(db, { now: addMinutes(NOW, 121) })
    expect(await states(late)).toEqual(['waiting'])
    expect(await expireEntries(db, { now: addMinutes(NOW, 4 * HOUR) })).toBe(1)
    expect(await mailsOf(db, late)).toEqual(['waiting-list-joined', 'waiting-list-over'])
  })

  test('the price is that of the day, or of the day of joining, as the organizer decided', async () => {
    const steps = [
      { amountMinor: 100, endsAt: addMinutes(NOW, HOUR) },
      { amountMinor: 200, startsAt: addMinutes(NOW, HOUR), position: 1 },
    ]
    const event = await givenFullEvent(db, { seats: 2, tickets: [{ seats: 2, steps }], rules: { price: 'joining' } })
    await joined(db, aWish(event))
    await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
    await lapseHolds(db, { now: addMinutes(NOW, 3 * HOUR) })
    await offerSeats(db, { now: addMinutes(NOW, 2 * HOUR) })
    const offers = await openOffersOf(db, event.id)
    expect(offers.map(({ pricedAt }) => pricedAt)).toEqual([NOW, addMinutes(NOW, 1)])
    const mail = await db
      .selectFrom('messages')
      .select('props')
      .where('subjectId', '=', offers[0]!.id)
      .executeTakeFirst()
    expect(JSON.parse(mail!.props)).toMatchObject({ amountMinor: 100, currency: 'USD' })
  })

  test('out of turn needs a reason, which stays on record', async () => {
    const event = await givenFullEvent(db)
    await joined(db, aWish(event, { partySize: 2 }))
    const second = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
    const input = { eventId: event.id, entryId: second, actor: SYSTEM, now: NOW }
    expect(codesOf([await offerByName(db, { ...input, reason: '' })])).toEqual(['reason-needed'])
    expect(codesOf([await offerByName(db, { ...input, reason: 'Speaker' })])).toEqual(['no-room'])
    await free(event)
    expect(codesOf([await offerByName(db, { ...input, reason: 'Speaker' })])).toEqual(['placed'])
    const audit = await db
      .selectFrom('auditEntries')
      .select('after')
      .where('action', '=', 'offer.open')
      .executeTakeFirst()
    expect(JSON.parse(audit!.after)).toMatchObject({ reason: 'Speaker' })
  })
})

describe('an offer', () => {
  async function offered(more: Parameters<typeof givenFullEvent>[1] = {}, party = 1) {
    const event = await givenFullEvent(db, more)
    const entry = await joined(db, aWish(event, { partySize: party }))
    await free(event, party)
    await offerSeats(db, { now: NOW })
    const [offer] = await openOffersOf(db, event.id)
    return { event, entry, offer: offer! }
  }

  test('opens with its key until its time is over, and looks unknown without it', async () => {
    const { offer, event } = await offered()
    const ask = { offerId: offer.id, key: offerKey('secret', offer.id), secret: 'secret', now: NOW }
    expect(await openOffer(db, ask)).toMatchObject({ is: 'open', offer: { seats: 1, eventSlug: event.slug } })
    expect(await openOffer(db, { ...ask, key: 'wrong' })).toEqual({ is: 'unknown' })
    expect(await openOffer(db, { ...ask, now: offer.untilAt })).toMatchObject({ is: 'over' })
  })

  test('is accepted by the order itself: the seats tell, whether or not anybody got to note it', async () => {
    const { event, entry, offer } = await offered()
    const [result] = await placeOrders(db, { orders: [orderWith(event, offer)], now: NOW })
    expect(result).toMatchObject({ ok: true })
    expect(await broken(db)).toEqual([])
    // The process died here. Nobody can take the seats again, and the job finds out.
    expect(codesOf(await placeOrders(db, { orders: [orderWith(event, offer)], now: NOW }))).not.toEqual(['placed'])
    expect(await settleOffers(db, { now: NOW })).toBe(1)
    expect(await states(entry)).toEqual(['taken'])
    const after = await db.selectFrom('offers').selectAll().executeTakeFirstOrThrow()
    expect(after).toMatchObject({ state: 'accepted', orderId: result!.ok ? result!.value.orderId : '' })
  })

  test('taken in part ends, and what is left goes to the next', async () => {
    const { event, entry, offer } = await offered({ seats: 3 }, 2)
    const next = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
    await placed(db, orderWith(event, offer, 1))
    await noteOfferTaken(db, { offerId: offer.id, now: NOW })
    await offerSeats(db, { now: NOW })
    expect(await states(entry, next)).toEqual(['taken', 'offered'])
  })

  test('whose order lapses is not opened again: the seat goes to the next in line', async () => {
    const { event, entry, offer } = await offered({ tickets: [{ seats: 2, price: 100 }] })
    const next = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
    await placed(db, orderWith(event, offer))
    await noteOfferTaken(db, { offerId: offer.id, now: NOW })
    const later = addMinutes(NOW, 3 * HOUR)
    await lapseHolds(db, { now: later })
    await offerSeats(db, { now: later })
    expect(await states(entry, next)).toEqual(['taken', 'offered'])
    expect(await lapseOffers(db, { now: later })).toBe(0)
  })

  test('whose order lapsed before anybody noted it was used all the same', async () => {
    const { event, entry, offer } = await offered({ tickets: [{ seats: 2, price: 100 }] })
    await placed(db, orderWith(event, offer))
    await lapseHolds(db, { now: addMinutes(NOW, 3 * HOUR) })
    expect(await broken(db)).toEqual([])
    const ask = { offerId: offer.id, key: offerKey('s', offer.id), secret: 's', now: NOW }
    expect(await openOffer(db, ask)).toMatchObject({ is: 'over' })
    expect(await settleOffers(db, { now: addMinutes(NOW, 3 * HOUR) })).toBe(1)
    expect(await states(entry)).toEqual(['taken'])
  })

  test('lapses at its time with a mail, and the next is asked; its link is dead from then on', async () => {
    const { event, entry, offer } = await offered()
    const next = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
    expect(await lapseOffers(db, { now: addMinutes(NOW, 48 * HOUR - 1) })).toBe(0)
    const [one, other] = await Promise.all([
      lapseOffers(db, { now: offer.untilAt }),
      lapseOffers(db, { now: offer.untilAt }),
    ])
    expect(one + other).toBe(1)
    await offerSeats(db, { now: offer.untilAt })
    expect(await states(entry, next)).toEqual(['lapsed', 'offered'])
    expect(await mailsOf(db, offer.id)).toEqual(expect.arrayContaining(['waiting-list-lapsed']))
    const orders = [orderWith(event, offer)]
    expect(codesOf(await placeOrders(db, { orders, now: offer.untilAt }))).not.toEqual(['placed'])
  })

  test('that is declined goes to the next at once, and declining what was taken is refused', async () => {
    const { event, entry, offer } = await offered()
    const next = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
    await declineOffer(db, { offerId: offer.id, now: NOW })
    await offerSeats(db, { now: NOW })
    expect(await states(entry, next)).toEqual(['withdrawn', 'offered'])
    const [second] = await openOffersOf(db, event.id)
    await placed(db, orderWith(event, second!))
    expect(codesOf([await declineOffer(db, { offerId: second!.id, now: NOW })])).toEqual(['offer-taken'])
    expect(await states(next)).toEqual(['offered'])
    await settleOffers(db, { now: NOW })
    expect(await states(next)).toEqual(['taken'])
  })

  test('nobody else gets the seat that is held: neither by registering nor with another reservation', async () => {
    const { event } = await offered()
    expect(codesOf(await placeOrders(db, { orders: [anOrder(event)], now: NOW }))).not.toEqual(['placed'])
  })
})

test('a day named by the person ends the wait without a mail', async () => {
  const event = await givenFullEvent(db)
  const entry = await joined(db, aWish(event, { wantedUntilAt: addMinutes(NOW, 10) }))
  expect(await expireEntries(db, { now: addMinutes(NOW, 9) })).toBe(0)
  expect(await expireEntries(db, { now: addMinutes(NOW, 10) })).toBe(1)
  expect(await states(entry)).toEqual(['expired'])
  expect(await mailsOf(db, entry)).toEqual(['waiting-list-joined'])
})

test('an event that is called off ends its offers and its queue, and tells those who waited', async () => {
  const event = await givenFullEvent(db)
  const first = await joined(db, aWish(event))
  const second = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
  await free(event)
  await offerSeats(db, { now: NOW })
  expect(await callOffEvent(db, { eventId: event.id, now: NOW, actor: SYSTEM })).toMatchObject({ ok: true })
  expect(await openOffersOf(db, event.id)).toEqual([])
  expect(await states(first, second)).toEqual(['withdrawn', 'expired'])
  expect(await mailsOf(db, second)).toEqual(['waiting-list-joined', 'waiting-list-over'])
  expect(await mailsOf(db, first)).toEqual(expect.arrayContaining(['waiting-list-over']))
})
