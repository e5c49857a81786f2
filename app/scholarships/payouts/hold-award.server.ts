import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { AwardState, Database } from '#db/schema.ts'

/**
 * Whoever adds to an award or pays of it waits for others who do, until the transaction ends.
 * @throws Refused `award-moved` when it stands elsewhere.
 */
export async function holdAward(
  db: Kysely<Database>,
  // What was on its way when an award came to its end is still paid.
  { awardId, states = ['accepted', 'withdrawn'], now }: { awardId: string; states?: AwardState[]; now: Instant },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('awards')
    .set({ updatedAt: now })
    .where('id', '=', awardId)
    .where('state', 'in', states)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ code: 'award-moved' })
}
