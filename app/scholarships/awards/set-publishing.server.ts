import type { Kysely } from 'kysely'
import { findAwardRow } from './award-rows.server.ts'
import { publishName } from './publish-name.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** The holder of an award agrees that the name is published, or takes it back: at once. */
export async function setPublishing(
  db: Kysely<Database>,
  { awardId, isPublic, now, actor }: { awardId: string; isPublic: boolean; now: Instant; actor: Actor },
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const { eventId } = await findAwardRow(db, awardId)
    await publishName(db, { awardId, eventId, isPublic, now })
    const action = isPublic ? 'award.published' : 'award.unpublished'
    await recordAudit(db, now, [{ actor, action, objectKind: 'award', objectId: awardId, eventId }])
  })
}
