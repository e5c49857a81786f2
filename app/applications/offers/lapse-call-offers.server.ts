import type { Kysely } from 'kysely'
import { endOffers } from './end-offer.server.ts'
import { tellApplicants } from './tell-applicant.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** More than this have their turn at the next run. */
const AT_ONCE = 200

/** Of one transaction: it holds the quotas and the funds for so long. */
const PART = 40

/** Ends the offers whose time is over: their seats and their money are free. Returns how many lapsed. */
export async function lapseCallOffers(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  const over = await db
    .selectFrom('callOffers')
    .select(['id', 'applicationId'])
    .where('state', '=', 'open')
    .where('untilAt', '<=', now)
    .orderBy('untilAt')
    .limit(AT_ONCE)
    .execute()
  let lapsed = 0
  for (let from = 0; from < over.length; from += PART) {
    const part = over.slice(from, from + PART)
    // A busy one is left for the next time.
    const result = await transact(db, async (db) => {
      const offerIds = part.map(({ id }) => id).toSorted()
      const ended = new Set(await endOffers(db, { offerIds, to: 'lapsed', now, actor: { kind: 'system' } }))
      const news = part
        .filter(({ id }) => ended.has(id))
        .map(({ id, applicationId }) => ({ template: 'admission-lapsed' as const, applicationId, occasion: id }))
      await tellApplicants(db, news, now)
      return ended.size
    })
    if (result.ok) lapsed += result.value
  }
  return lapsed
}
