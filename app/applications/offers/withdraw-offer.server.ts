import type { Kysely } from 'kysely'
import { endOffer } from './end-offer.server.ts'
import { tellApplicants } from './tell-applicant.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface WithdrawOffer {
  callId: string
  offerId: string
  /** Told to its receiver. */
  reason: string
  now: Instant
  actor: Actor
}

/** An organizer takes an open offer back, with a reason that its receiver is told. */
export async function withdrawOffer(
  db: Kysely<Database>,
  { callId, offerId, reason, now, actor }: WithdrawOffer,
): Promise<Result<void, 'gone' | 'offer-answered' | 'busy'>> {
  return await transact<void, 'gone' | 'offer-answered'>(db, async (db) => {
    const offer = await db
      .selectFrom('callOffers')
      .select('applicationId')
      .where('id', '=', offerId)
      .where('callId', '=', callId)
      .executeTakeFirst()
    if (!offer) throw new Refused({ code: 'gone' })
    const isEnded = await endOffer(db, { offerId, to: 'withdrawn', reason, now, actor })
    if (!isEnded) throw new Refused({ code: 'offer-answered' })
    const { applicationId } = offer
    // Who has not been told of the offer yet is told of neither.
    await db
      .deleteFrom('messages')
      .where('template', '=', 'admission-offer')
      .where('subjectId', '=', applicationId)
      .where('state', '=', 'waiting')
      .where('attempts', '=', 0)
      .execute()
    await tellApplicants(db, [{ template: 'admission-withdrawn', applicationId, occasion: offerId }], now)
  })
}
