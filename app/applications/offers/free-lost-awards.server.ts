import type { Kysely } from 'kysely'
import { endAward } from '#app/scholarships/awards/end-award.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const AT_ONCE = 100

/**
 * Whoever gave up the seat of an accepted offer, was refused a visa or did not pay their part has no use for the award:
 * what of it was not spent goes back to its funds, for the next of the reserve list. Returns how many awards ended.
 */
export async function freeLostAwards(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  const lost = await db
    .selectFrom('callOffers')
    .innerJoin('awards', 'awards.id', 'callOffers.awardId')
    .select('awards.id')
    .where('callOffers.state', '=', 'accepted')
    .where('callOffers.orderId', 'is not', null)
    .where('awards.state', '=', 'accepted')
    .where('awards.attended', '=', 'unknown')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('registrations')
            .select('registrations.id')
            .whereRef('registrations.orderId', '=', 'callOffers.orderId')
            .where('registrations.state', 'in', ['held', 'confirmed', 'transferred']),
        ),
      ),
    )
    .limit(AT_ONCE)
    .execute()
  let freed = 0
  for (const { id: awardId } of lost) {
    const result = await transact<void, 'award-moved'>(db, (db) =>
      endAward(db, { awardId, to: 'withdrawn', now, actor: { kind: 'system' } }),
    )
    if (result.ok) freed++
  }
  return freed
}
