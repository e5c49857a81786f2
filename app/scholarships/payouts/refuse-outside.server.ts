import type { Kysely } from 'kysely'
import type { Reach } from '#app/people/rights.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** @throws Refused `payout-unknown` when the event is not one whose money may be seen. */
export async function refuseOutside(db: Kysely<Database>, eventId: string, reach: Reach): Promise<void> {
  const { seriesId } = await db
    .selectFrom('events')
    .select('seriesId')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  if (reach !== 'all' && !reach.seriesIds.includes(seriesId) && !reach.eventIds.includes(eventId))
    throw new Refused({ code: 'payout-unknown' })
}
