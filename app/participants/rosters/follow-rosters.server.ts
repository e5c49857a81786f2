import type { Kysely } from 'kysely'
import { followRoster } from './follow-roster.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { ownTurn } from '#app/values/own-turn.ts'
import type { Database } from '#db/schema.ts'

/** So long after its end a list is still followed. */
const AFTER_MINUTES = 30 * 24 * 60

/** Looks at every frozen list of an event that is not long over. Again without effect. */
export async function followRosters(db: Kysely<Database>, { now }: { now: Instant }): Promise<{ changes: number }> {
  const frozen = await db
    .selectFrom('rosters')
    .innerJoin('events', 'events.id', 'rosters.eventId')
    .select(['rosters.eventId', 'rosters.frozenAt'])
    .where('rosters.frozenAt', 'is not', null)
    .where('events.endsAt', '>', addMinutes(now, -AFTER_MINUTES))
    .execute()
  let changes = 0
  for (const { eventId, frozenAt } of frozen) {
    changes += (await followRoster(db, { eventId, frozenAt: frozenAt!, now })).length
    await ownTurn()
  }
  return { changes }
}
