import type { Kysely, Selectable } from 'kysely'
import { holdOffer } from './hold-offer.server.ts'
import { orderOfOffer } from './order-of-offer.server.ts'
import { payFee } from './pay-fee.server.ts'
import { tellApplicants } from './tell-applicant.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { endReservation } from '#app/registrations/seats/reservations.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import type { PlaceRefusal } from '#app/registrations/placing.ts'
import { answerAward } from '#app/scholarships/awards/answer-award.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import type { CallOffersTable, ComponentKind, Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface AcceptOffer {
  offerId: string
  /** The components of the award that are taken. */
  components: ComponentKind[]
  isOnAttendeeList: boolean
  mayBePhotographed: boolean
  now: Instant
  actor: Actor
}

export interface AcceptedOffer {
  /** The order that it led to; null where there is no ticket. */
  orderId: string | null
}

export type AcceptRefusal =
  | PlaceRefusal
  | 'gone'
  | 'offer-over'
  | 'nothing-accepted'
  | 'award-moved'
  | 'component-unknown'

/** How long a seat waits for what its holder pays themselves. */
const HOLD_MINUTES = 14 * 24 * 60

/** How often it is tried anew because the world moved between judging and writing. */
const ROUNDS = 4

/**
 * Takes an offer: the seat becomes a registration with everything that was typed before, the components that were
 * ticked are committed, the others are given back, and a fee among them pays the order. One transaction; twice, or
 * from two devices, is once.
 */
export async function acceptOffer(
  db: Kysely<Database>,
  input: AcceptOffer,
): Promise<Result<AcceptedOffer, AcceptRefusal>> {
  for (let round = 1; round <= ROUNDS; round++) {
    const accepted = await transact<AcceptedOffer, AcceptRefusal | 'again'>(db, (db) => accept(db, input))
    if (accepted.ok || !accepted.refusals.some(({ code }) => code === 'again'))
      return accepted as Result<AcceptedOffer, AcceptRefusal>
  }
  return refuse({ code: 'busy' })
}

async function accept(db: Kysely<Database>, input: AcceptOffer): Promise<AcceptedOffer> {
  const { offerId, components, now, actor } = input
  const offer = await holdOffer(db, { offerId, now })
  if (offer.state === 'accepted') return { orderId: offer.orderId }
  await refuseOver(db, offer, now)
  const { numUpdatedRows } = await db
    .updateTable('callOffers')
    .set({ state: 'accepted', answeredAt: now, updatedAt: now })
    .where('id', '=', offerId)
    .where('state', '=', 'open')
    .where('untilAt', '>', now)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ code: 'offer-over' })
  if (offer.ticketTypeId === null && components.length === 0) throw new Refused({ code: 'nothing-accepted' })
  const orderId = offer.ticketTypeId === null ? null : await register(db, offer, input)
  if (offer.reservationId !== null) {
    const freed = await endReservation(db, { reservationId: offer.reservationId, now, actor })
    if (freed.size > 0) await bumpContentVersion(db)
  }
  if (offer.awardId !== null) {
    await answerAward(db, { awardId: offer.awardId, accepted: components, now, actor })
    if (orderId !== null && components.includes('fee'))
      await payFee(db, { orderId, awardId: offer.awardId, now, actor })
  }
  await db.updateTable('callOffers').set({ orderId }).where('id', '=', offerId).execute()
  await tellApplicants(
    db,
    [{ template: 'admission-accepted', applicationId: offer.applicationId, occasion: offerId }],
    now,
  )
  await recordAudit(db, now, [
    {
      actor,
      action: 'call-offer.accepted',
      objectKind: 'call-offer',
      objectId: offerId,
      eventId: offer.eventId,
      before: { state: 'open' },
      after: { state: 'accepted', components, orderId },
    },
  ])
  return { orderId }
}

/** The call or the event may have been called off since. */
async function refuseOver(db: Kysely<Database>, offer: Selectable<CallOffersTable>, now: Instant): Promise<void> {
  const { status, eventStatus, startsAt } = await db
    .selectFrom('calls')
    .innerJoin('events', (join) => join.on('events.id', '=', offer.eventId))
    .select(['calls.status', 'events.status as eventStatus', 'events.startsAt'])
    .where('calls.id', '=', offer.callId)
    .executeTakeFirstOrThrow()
  if (status === 'cancelled' || eventStatus === 'cancelled' || startsAt <= now)
    throw new Refused({ code: 'offer-over' })
}

async function register(
  db: Kysely<Database>,
  offer: Selectable<CallOffersTable>,
  { isOnAttendeeList, mayBePhotographed, components, now, actor }: AcceptOffer,
): Promise<string> {
  const order = await orderOfOffer(db, { offer, isOnAttendeeList, mayBePhotographed, components, actor })
  const [placed] = await placeOrders(db, { orders: [order], now, holdMinutes: HOLD_MINUTES })
  if (!placed!.ok) throw new Refused(...placed!.refusals)
  return placed!.value.orderId
}
