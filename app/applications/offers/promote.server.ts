import type { Kysely } from 'kysely'
import { lockCall } from '../decisions/lock-call.server.ts'
import { answerTime } from './answer-time.ts'
import { leaveReserve } from './end-offers-of.server.ts'
import { makeOffer } from './make-offer.server.ts'
import { offerFigures } from './offer-figures.server.ts'
import type { OfferRefusal } from './offer-refusal.ts'
import { isOffering, type Offering, readOffering } from './offering.server.ts'
import { reserveCandidates } from './reserve-candidates.server.ts'
import { tellApplicants } from './tell-applicant.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type PromoteRefusal =
  | OfferRefusal
  | 'gone'
  | 'call-cancelled'
  | 'call-not-deciding'
  | 'offers-over'
  | 'not-on-reserve'

interface Promote {
  callId: string
  applicationId: string
  /** What is offered; it need not be what they are on the list of. */
  choiceId: string | null
  /** Why they, when somebody stands before them. */
  reason: string
  now: Instant
  actor: Actor
}

/** Offers a free seat to somebody on the reserve list, by hand. Returns the offer's id. */
export async function promote(
  db: Kysely<Database>,
  { callId, applicationId, choiceId, reason, now, actor }: Promote,
): Promise<Result<string, PromoteRefusal | 'busy'>> {
  return await transact<string, PromoteRefusal>(db, async (db) => {
    await lockCall(db, callId)
    const offering = (await readOffering(db, callId))!
    const candidate = (await reserveCandidates(db, { callId, now })).find((one) => one.applicationId === applicationId)
    if (!candidate) throw new Refused({ code: 'not-on-reserve' })
    const { packageId } = candidate
    return await promoteOne(db, { offering, applicationId, choiceId, packageId, reason, now, actor })
  })
}

/**
 * The inside of a promotion, with the call locked: offer, mail, and those behind move up.
 * @throws Refused
 */
export async function promoteOne(
  db: Kysely<Database>,
  {
    offering,
    applicationId,
    choiceId,
    packageId,
    reason,
    now,
    actor,
  }: Omit<Promote, 'callId'> & { offering: Offering; packageId: string | null },
): Promise<string> {
  if (!isOffering(offering)) throw new Refused({ code: 'call-not-deciding' })
  const time = answerTime(offering, offering, now)
  if (time === null) throw new Refused({ code: 'offers-over' })
  const wanted = { applicationId, choiceId, packageId }
  const offerId = await makeOffer(db, wanted, { offering, ...time, releaseId: null, now, actor })
  await leaveReserve(db, applicationId)
  const figures = await offerFigures(db, { offering, wanted: [wanted], now })
  const props = { untilAt: time.untilAt, ...figures.get(applicationId) }
  await tellApplicants(db, [{ template: 'admission-offer', applicationId, occasion: offerId, props }], now)
  await recordAudit(db, now, [
    {
      actor,
      action: 'decision.promoted',
      objectKind: 'decision',
      objectId: applicationId,
      eventId: offering.eventId,
      after: { offerId, choiceId, ...(reason ? { reason } : {}) },
    },
  ])
  return offerId
}
