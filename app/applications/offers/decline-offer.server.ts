import type { Kysely } from 'kysely'
import { endOffer } from './end-offer.server.ts'
import { holdOffer } from './hold-offer.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Its receiver does without it: seat and money are free at once. Declining twice is declining once. */
export async function declineOffer(
  db: Kysely<Database>,
  { offerId, reason, now, actor }: { offerId: string; reason: string; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'offer-over' | 'busy'>> {
  return await transact<void, 'gone' | 'offer-over'>(db, async (db) => {
    const offer = await holdOffer(db, { offerId, now })
    if (offer.state === 'declined') return
    if (!(await endOffer(db, { offerId, to: 'declined', reason, now, actor })))
      throw new Refused({ code: 'offer-over' })
  })
}
