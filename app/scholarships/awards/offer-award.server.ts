import type { Kysely } from 'kysely'
import { moveAwards, sharesOfAwards } from './award-rows.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { moveMoney } from '#app/scholarships/funds/move-money.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Sets the money of a proposed award aside in every fund that pays it. In the caller's transaction.
 * @throws Refused `fund-short` when a fund has not enough, `award-moved` when it is not proposed (any more).
 */
export async function offerAward(
  db: Kysely<Database>,
  { awardId, now, actor }: { awardId: string; now: Instant; actor: Actor },
): Promise<void> {
  await offerAwards(db, { awardIds: [awardId], now, actor })
}

/** As above, of many at once: one update per fund for all of them, and all of them or none. */
export async function offerAwards(
  db: Kysely<Database>,
  { awardIds, now, actor }: { awardIds: string[]; now: Instant; actor: Actor },
): Promise<void> {
  if (awardIds.length === 0) return
  await moveAwards(db, { awardIds, from: ['proposed'], to: 'offered', now })
  const shares = await sharesOfAwards(db, awardIds)
  await moveMoney(
    db,
    shares.map(({ fundId, amountMinor }) => ({ fundId, offeredMinor: amountMinor, committedMinor: 0 })),
    now,
  )
  await db.updateTable('awardComponents').set({ state: 'offered' }).where('awardId', 'in', awardIds).execute()
  const awards = await db.selectFrom('awards').select(['id', 'eventId']).where('id', 'in', awardIds).execute()
  const sharesOf = Map.groupBy(shares, ({ awardId }) => awardId)
  await recordAudit(
    db,
    now,
    awards.map(({ id, eventId }) => ({
      actor,
      action: 'award.offered',
      objectKind: 'award',
      objectId: id,
      eventId,
      after: { funds: sumsOf(sharesOf.get(id) ?? []) },
    })),
  )
}

/** What each fund gives. */
function sumsOf(shares: { fundId: string; amountMinor: number }[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { fundId, amountMinor } of shares) sums[fundId] = (sums[fundId] ?? 0) + amountMinor
  return sums
}
