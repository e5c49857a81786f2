import type { Kysely } from 'kysely'
import { moveAwards, sharesOfAwards } from './award-rows.server.ts'
import { publishName } from './publish-name.server.ts'
import { returnUnneeded } from './return-unneeded.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { moveMoney } from '#app/scholarships/funds/move-money.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { AwardState, Database } from '#db/schema.ts'

/** What an award can be that comes to nothing, from where. One that was accepted can be withdrawn only. */
const FROM: Record<'declined' | 'lapsed' | 'withdrawn', AwardState[]> = {
  declined: ['offered'],
  lapsed: ['offered'],
  withdrawn: ['proposed', 'offered', 'accepted'],
}

interface Ending {
  to: keyof typeof FROM
  now: Instant
  actor: Actor
}

/**
 * Ends an award that comes to nothing, and gives its money back to its funds; of one that was accepted, what has been
 * paid or is on its way stays. In the caller's transaction.
 * @throws Refused `award-moved` when it stands where it cannot end so.
 */
export async function endAward(
  db: Kysely<Database>,
  { awardId, ...ending }: Ending & { awardId: string },
): Promise<void> {
  await endAwards(db, { awardIds: [awardId], ...ending })
}

/** As above, of many at once: one update per fund for those that were not answered yet, and all of them or none. */
export async function endAwards(
  db: Kysely<Database>,
  { awardIds, to, now, actor }: Ending & { awardIds: string[] },
): Promise<void> {
  if (awardIds.length === 0) return
  const awards = await db
    .selectFrom('awards')
    .select(['id', 'state', 'eventId', 'isPublic'])
    .where('id', 'in', awardIds)
    .orderBy('id')
    .execute()
  for (const [state, own] of Map.groupBy(awards, ({ state }) => state)) {
    const ids = own.map(({ id }) => id)
    if (!FROM[to].includes(state)) throw new Refused({ code: 'award-moved' })
    await moveAwards(db, { awardIds: ids, from: [state], to, now })
    if (state === 'accepted') for (const id of ids) await releaseComponents(db, id, now)
    else await dropComponents(db, { awardIds: ids, wasOffered: state === 'offered', now })
  }
  for (const { id: awardId, eventId, isPublic } of awards)
    if (isPublic) await publishName(db, { awardId, eventId, isPublic: false, now })
  await recordAudit(
    db,
    now,
    awards.map(({ id, eventId, state }) => ({
      actor,
      action: `award.${to}`,
      objectKind: 'award',
      objectId: id,
      eventId,
      before: { state },
    })),
  )
}

/** What costs nothing is given back with the rest. */
async function releaseComponents(db: Kysely<Database>, awardId: string, now: Instant): Promise<void> {
  await returnUnneeded(db, { awardId, now })
  await db
    .updateTable('awardComponents')
    .set({ state: 'released' })
    .where('awardId', '=', awardId)
    .where('state', '=', 'accepted')
    .where('amountMinor', '=', 0)
    .execute()
}

async function dropComponents(
  db: Kysely<Database>,
  { awardIds, wasOffered, now }: { awardIds: string[]; wasOffered: boolean; now: Instant },
): Promise<void> {
  if (wasOffered) {
    const shares = await sharesOfAwards(db, awardIds)
    await moveMoney(
      db,
      shares.map(({ fundId, amountMinor }) => ({ fundId, offeredMinor: -amountMinor, committedMinor: 0 })),
      now,
    )
  }
  await db
    .updateTable('awardComponents')
    .set({ state: 'declined', answeredAt: now })
    .where('awardId', 'in', awardIds)
    .where('state', 'in', ['proposed', 'offered'])
    .execute()
}
