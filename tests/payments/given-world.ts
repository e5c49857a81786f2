import { randomUUID } from 'node:crypto'
import { allJobs } from '#app/jobs/all-jobs.server.ts'
import { cancelFigures } from '#app/payments/changes/cancel-figures.server.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { changeSeat } from '#app/payments/changes/change-seat.server.ts'
import { refundByFinance } from '#app/payments/refunds/refund-by-finance.server.ts'
import { changeOptions } from '#app/registrations/changes/change-options.server.ts'
import { seatToChange } from '#app/registrations/changes/seat-to-change.server.ts'
import { saveQuota } from '#app/registrations/offer/save-quota.server.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { joinWaitingList } from '#app/waiting-list/join-waiting-list.server.ts'
import { newId } from '#app/values/id.ts'
import { openList } from '#tests/waiting-list/a-queue.ts'
import { givenEvent, givenQuota } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'
import type { Shop } from '#tests/support/stripe/given-shop.ts'

const actor = { kind: 'visitor' } as const
const HALL = 3

/** What one somebody does; numbers choose among what there is at that moment. */
export type Deed =
  | { do: 'register'; types: number[]; who: number; voucher: boolean }
  | { do: 'pay' | 'abandon' | 'cancel' | 'remote' | 'upgrade' | 'refund' | 'accept'; which: number }
  | { do: 'join'; who: number; size: number; isWhole: boolean }
  | { do: 'resize'; size: number }
  | { do: 'work' }

/**
 * An event with a hall of three seats and a lab of two inside it, a remote ticket, a voucher with a block, refund rules
 * and an open waiting list, at a shop that takes cards: everything that people, workers and organizers can do to it.
 */
export async function givenWorld(shop: Shop) {
  const { db, services } = shop
  const event = await givenEvent(db, { tickets: [] })
  const hall = await givenQuota(db, event.id, HALL)
  const lab = await givenQuota(db, event.id, 2)
  const { tickets } = await givenEvent(db, {
    tickets: [
      { price: 30_00, quotaIds: [hall] },
      { price: 50_00, quotaIds: [hall, lab] },
      { price: 10_00, attendance: 'online' },
      { quotaIds: [lab] },
    ],
  })
  for (const [at, { id }] of tickets.entries())
    await db
      .updateTable('ticketTypes')
      .set({ eventId: event.id, code: `T${at}`, ...(at < 2 ? { remoteTypeId: tickets[2]!.id } : {}) })
      .where('id', '=', id)
      .execute()
  await openList(db, event.id, { offerHours: 2 })
  const rule = { eventId: event.id, reason: 'any' as const, untilAt: null, appliedByOn: null }
  await db
    .insertInto('refundRules')
    .values({ ...rule, id: newId(NOW), position: 0, percent: 8000, feeMinor: 100, feeCurrency: 'USD' })
    .execute()
  await givenVoucher(shop, event.id)
  const placed: { orderId: string }[] = []
  const jobs = allJobs(services).filter(({ name }) =>
    ['holds', 'blocks', 'waiting-list', 'payments', 'refunds'].includes(name),
  )

  // One of the latest: of orders that are long over little can be wanted.
  const order = (which: number) => placed.at(-1 - (which % Math.min(placed.length, 3)))?.orderId ?? null

  async function place(given: Pick<PlaceOrder, 'people'> & Partial<PlaceOrder>): Promise<void> {
    const asked = { eventId: event.id, formKey: randomUUID(), language: 'en', paymentMethod: 'card', ...given }
    const [result] = await placeOrders(db, { orders: [asked], now: shop.now() })
    if (result!.ok) placed.push(result!.value)
  }

  const person = (ticket: number, who: number, at = 0) => ({
    ticketTypeId: tickets[ticket]!.id,
    fullName: `Person ${who}`,
    email: `person-${who}-${at}@example.org`,
  })

  async function seatOf(which: number) {
    const orderId = order(which)
    if (orderId === null) return null
    const seats = await db.selectFrom('registrations').select('code').where('orderId', '=', orderId).execute()
    const seat = await seatToChange(db, { orderId, code: seats[which % seats.length]!.code })
    return seat ? { orderId, seat } : null
  }

  async function change(which: number, kind: 'ticket' | 'remote'): Promise<void> {
    const found = await seatOf(which)
    if (!found) return
    const { orderId, seat } = found
    const options = await changeOptions(db, seat, { kind, now: shop.now() })
    const option = options.find(({ why }) => !why) ?? options[0]
    if (!option) return
    const { ticketTypeId, priced } = option
    const asked = { orderId, code: seat.code, kind, ticketTypeId, shown: priced.differenceMinor }
    await changeSeat(db, services.gateways, { ...asked, now: shop.now(), actor })
  }

  // From the first moment on there is something to wait for.
  await place({ people: Array.from({ length: HALL }, (_, at) => person(0, 50, at)) })

  return {
    event,
    async act(deed: Deed): Promise<void> {
      const now = shop.now()
      switch (deed.do) {
        case 'register': {
          const people = deed.types.map((type, at) => person(type, deed.who, at % 2))
          return await place({ people, voucherCodes: deed.voucher ? ['SPEAKER'] : [] })
        }
        case 'pay':
        case 'abandon': {
          const orderId = order(deed.which)
          if (orderId === null) return
          const started = await shop.start(orderId)
          const [attempt] = (await shop.attempts(orderId)).toReversed()
          if (!started.ok || !attempt?.providerReference || deed.do === 'abandon') return
          const page = shop.stripe.sessions().find(({ id }) => id === attempt.providerReference)
          if (page?.status === 'open') shop.stripe.pay(attempt.providerReference)
          await shop.settle(attempt.id)
          return
        }
        case 'cancel': {
          const found = await seatOf(deed.which)
          if (!found) return
          const { orderId, seat } = found
          const figures = await cancelFigures(db, services.gateways, seat, {
            isVisaRefused: false,
            visaAppliedOn: null,
            now,
          })
          const asked = { orderId, code: seat.code, shown: figures.amount + figures.claimed, now, actor }
          await cancelSeat(db, services.gateways, asked)
          return
        }
        case 'remote':
          return await change(deed.which, 'remote')
        case 'upgrade':
          return await change(deed.which, 'ticket')
        case 'refund': {
          const orderId = order(deed.which)
          if (orderId === null) return
          const request = { orderId, amountMinor: 500, currency: 'USD', way: 'as-paid' as const, note: '' }
          await refundByFinance(db, services.gateways, { ...request, reach: 'all', accountId: newId(NOW), now })
          return
        }
        case 'join': {
          await joinWaitingList(db, {
            eventId: event.id,
            formKey: randomUUID(),
            fullName: 'Somebody who waits',
            email: `waits-${deed.who}@example.org`,
            language: 'en',
            ticketTypeIds: [tickets[0]!.id, tickets[1]!.id],
            partySize: deed.size,
            isAllOrNothing: deed.isWhole,
            wantedUntilAt: null,
            now,
          })
          return
        }
        case 'accept': {
          const open = db.selectFrom('offers').selectAll().where('eventId', '=', event.id).where('state', '=', 'open')
          const offers = await open.orderBy('id').execute()
          const offer = offers[deed.which % offers.length]
          if (!offer) return
          const type = tickets.findIndex(({ id }) => id === offer.ticketTypeId)
          const people = Array.from({ length: offer.seats }, (_, at) => person(type, 100 + deed.which, at))
          return await place({ people, reservation: { id: offer.reservationId, pricedAt: offer.pricedAt } })
        }
        case 'resize': {
          const form = { name: 'Hall', size: deed.size, overBy: 0 }
          await saveQuota(db, { eventId: event.id, quotaId: hall, form, now, actor: { kind: 'system' } })
          return
        }
        case 'work':
          for (const job of jobs) await job.run({ now, stop: new AbortController().signal })
      }
    },
  }
}

/** A code that opens one seat of the hall that was set aside for it, for half the price, twice. */
async function givenVoucher({ db }: Shop, eventId: string): Promise<void> {
  const [id, campaignId] = [newId(NOW), newId(NOW)]
  const common = { eventId, isDisabled: 0 as const, createdAt: NOW }
  await db
    .insertInto('voucherCampaigns')
    .values({
      ...common,
      id: campaignId,
      name: 'Speakers',
      effect: 'percentage',
      percentOff: 5000,
      appliesTo: 'person',
      opensHidden: 0,
      isCombinable: 0,
      organization: null,
      reservationId: null,
      startsAt: null,
      endsAt: null,
      updatedAt: NOW,
    })
    .execute()
  await db
    .insertInto('vouchers')
    .values({ ...common, id, campaignId, code: 'SPEAKER', maximumUses: 2, used: 0, emailKey: null, note: '' })
    .execute()
}
