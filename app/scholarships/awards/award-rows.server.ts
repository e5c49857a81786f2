import type { Kysely } from 'kysely'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { AwardState, Database } from '#db/schema.ts'

const OVER: AwardState[] = ['declined', 'lapsed', 'withdrawn', 'ended']
const NAMED: AwardState[] = ['accepted', 'ended']

/**
 * Moves an award from one of the states to another: whoever wins this one guarded update may change its components,
 * shares and funds in the same transaction. An award that is over leaves its application to another.
 * @throws Refused `award-moved` when it stands elsewhere.
 */
export async function moveAward(
  db: Kysely<Database>,
  { awardId, ...move }: { awardId: string; from: AwardState[]; to: AwardState; now: Instant },
): Promise<void> {
  await moveAwards(db, { awardIds: [awardId], ...move })
}

/** As above, of many at once: all of them or none. */
export async function moveAwards(
  db: Kysely<Database>,
  { awardIds, from, to, now }: { awardIds: string[]; from: AwardState[]; to: AwardState; now: Instant },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('awards')
    .set({ state: to, updatedAt: now, ...(OVER.includes(to) ? { activeKey: null, endedAt: now } : {}) })
    .where('id', 'in', awardIds)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (numUpdatedRows < BigInt(awardIds.length)) throw new Refused({ code: 'award-moved' })
  // Who accepted one, and agreed, is named in public.
  if ([...from, to].some((state) => NAMED.includes(state))) await bumpContentVersion(db)
}

/** The shares of an award with the component that each belongs to. Its award is held still by the caller. */
export async function sharesOfAward(db: Kysely<Database>, awardId: string) {
  return await sharesOfAwards(db, [awardId])
}

/** As above, of many. */
export async function sharesOfAwards(db: Kysely<Database>, awardIds: string[]) {
  return await db
    .selectFrom('awardShares as share')
    .innerJoin('awardComponents as component', 'component.id', 'share.componentId')
    .select(['share.componentId', 'share.fundId', 'share.amountMinor', 'share.returnedMinor'])
    .select(['component.kind', 'component.state', 'component.awardId'])
    .where('component.awardId', 'in', awardIds)
    .orderBy('component.awardId')
    .orderBy('component.position')
    .orderBy('share.fundId')
    .execute()
}

export async function findAwardRow(db: Kysely<Database>, awardId: string) {
  return await db.selectFrom('awards').selectAll().where('id', '=', awardId).executeTakeFirstOrThrow()
}
