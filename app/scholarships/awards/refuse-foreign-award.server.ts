import type { Kysely } from 'kysely'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** @throws Refused `award-unknown` for an award of another event, as for none. */
export async function refuseForeignAward(
  db: Kysely<Database>,
  { awardId, eventId }: { awardId: string; eventId: string },
): Promise<void> {
  const award = await db
    .selectFrom('awards')
    .select('id')
    .where('id', '=', awardId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!award) throw new Refused({ code: 'award-unknown' })
}
