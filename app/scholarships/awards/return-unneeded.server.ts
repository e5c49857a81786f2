import type { Kysely } from 'kysely'
import { sharesOfAward } from './award-rows.server.ts'
import { moveMoney } from '#app/scholarships/funds/move-money.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface ReturnUnneeded {
  awardId: string
  /** Left out: every component. */
  componentId?: string
  /** At most so much; left out: all that was neither paid nor is on its way. */
  amountMinor?: number
  now: Instant
}

/**
 * Gives money of accepted components back to its funds: what no payout needs, from the last share first. The award is
 * held still by the caller. Returns what went back, by component.
 */
export async function returnUnneeded(
  db: Kysely<Database>,
  { awardId, componentId, amountMinor = Infinity, now }: ReturnUnneeded,
): Promise<Map<string, number>> {
  const shares = (await sharesOfAward(db, awardId)).filter(
    (share) => share.state === 'accepted' && (componentId === undefined || share.componentId === componentId),
  )
  const needed = await neededByPayouts(db, awardId)
  const returned = new Map<string, number>()
  const parts: { componentId: string; fundId: string; part: number }[] = []
  for (const [id, own] of Map.groupBy(shares, (share) => share.componentId)) {
    const kept = own.reduce((sum, share) => sum + share.amountMinor - share.returnedMinor, 0)
    let back = Math.min(kept - (needed.get(id) ?? 0), amountMinor)
    if (back <= 0) continue
    returned.set(id, back)
    for (const share of own.toReversed()) {
      const part = Math.min(back, share.amountMinor - share.returnedMinor)
      if (part > 0) parts.push({ componentId: id, fundId: share.fundId, part })
      back -= part
    }
  }
  await moveMoney(
    db,
    parts.map(({ fundId, part }) => ({ fundId, offeredMinor: 0, committedMinor: -part })),
    now,
  )
  for (const { componentId, fundId, part } of parts)
    await db
      .updateTable('awardShares')
      .set((row) => ({ returnedMinor: row('returnedMinor', '+', part) }))
      .where('componentId', '=', componentId)
      .where('fundId', '=', fundId)
      .execute()
  await releaseEmpty(db, [...returned.keys()])
  return returned
}

/** What has been paid of each component of an award or is on its way. */
async function neededByPayouts(db: Kysely<Database>, awardId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('payouts')
    .select(({ fn }) => ['componentId', fn.sum<number>('amountMinor').as('amountMinor')])
    .where('awardId', '=', awardId)
    .where('state', '<>', 'refused')
    .groupBy('componentId')
    .execute()
  return new Map(rows.map(({ componentId, amountMinor }) => [componentId, Number(amountMinor)]))
}

/** Components of which nothing is left are given back as a whole. */
async function releaseEmpty(db: Kysely<Database>, componentIds: string[]): Promise<void> {
  if (componentIds.length === 0) return
  await db
    .updateTable('awardComponents')
    .set({ state: 'released' })
    .where('id', 'in', componentIds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('awardShares')
            .select('awardShares.fundId')
            .whereRef('awardShares.componentId', '=', 'awardComponents.id')
            .whereRef('awardShares.amountMinor', '>', 'awardShares.returnedMinor'),
        ),
      ),
    )
    .execute()
}
