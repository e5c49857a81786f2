import type { Kysely } from 'kysely'
import { seatOfOffer } from './list-call-offers.server.ts'
import { tellApplicants } from './tell-applicant.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { closeInFlight } from '#app/payments/attempts/close-in-flight.server.ts'
import { type CancelRefusal, giveUpSeat } from '#app/payments/changes/cancel-seat.server.ts'
import type { Gateways } from '#app/payments/gateway.ts'
import { endAward } from '#app/scholarships/awards/end-award.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface WithdrawAccepted {
  callId: string
  offerId: string
  /** Told to who accepted it. */
  reason: string
  /** What the organizer saw that is taken off the order, in minor units. */
  shown: number
  now: Instant
  actor: Actor
}

export type WithdrawAcceptedRefusal = CancelRefusal | 'gone' | 'offer-answered' | 'award-moved' | 'withdraw-reason'

/**
 * An organizer takes back what was accepted: the registration is cancelled as any other, the award ends, and its holder
 * is told why. The seat is free for the next of the reserve list. The offer itself stays what it was: accepted once.
 */
export async function withdrawAccepted(
  db: Kysely<Database>,
  gateways: Gateways,
  { callId, offerId, reason, shown, now, actor }: WithdrawAccepted,
): Promise<Result<void, WithdrawAcceptedRefusal | 'busy'>> {
  if (reason === '') return refuse({ code: 'withdraw-reason', field: 'reason' })
  const { orderId } = (await acceptedOffer(db, callId, offerId)) ?? {}
  if (orderId === undefined) return refuse({ code: 'offer-answered' })
  if (orderId !== null && !(await closeInFlight(db, gateways, { orderId, now })))
    return refuse({ code: 'payment-processing' })
  return await transact<void, WithdrawAcceptedRefusal>(db, async (db) => {
    await db.updateTable('callOffers').set({ reason, updatedAt: now }).where('id', '=', offerId).execute()
    const offer = await acceptedOffer(db, callId, offerId)
    if (!offer) throw new Refused({ code: 'offer-answered' })
    const seat = await seatOfOffer(db, offer.orderId)
    if (seat && offer.orderId !== null) {
      const isTold = shown !== 0
      const seatGiven = { orderId: offer.orderId, code: seat.code, shown, byOrganizer: { isTold }, now, actor }
      await giveUpSeat(db, gateways, seatGiven)
    } else if (offer.awardState !== 'accepted') throw new Refused({ code: 'offer-answered' })
    if (offer.awardId !== null && offer.awardState === 'accepted')
      await endAward(db, { awardId: offer.awardId, to: 'withdrawn', now, actor })
    const { applicationId, eventId } = offer
    await tellApplicants(db, [{ template: 'admission-withdrawn', applicationId, occasion: offerId }], now)
    const entry = { actor, objectKind: 'call-offer', objectId: offerId, eventId }
    await recordAudit(db, now, [{ ...entry, action: 'call-offer.taken-back', before: { state: 'accepted' } }])
  })
}

async function acceptedOffer(db: Kysely<Database>, callId: string, offerId: string) {
  return await db
    .selectFrom('callOffers')
    .leftJoin('awards', 'awards.id', 'callOffers.awardId')
    .select(['callOffers.applicationId', 'callOffers.orderId', 'callOffers.awardId', 'callOffers.eventId'])
    .select('awards.state as awardState')
    .where('callOffers.id', '=', offerId)
    .where('callOffers.callId', '=', callId)
    .where('callOffers.state', '=', 'accepted')
    .executeTakeFirst()
}
