import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { flag } from '#app/values/flag.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Whether events of a series are published only once another of its organizers agreed. */
export async function setReview(
  db: Kysely<Database>,
  { seriesId, isNeeded, now, actor }: { seriesId: string; isNeeded: boolean; now: Instant; actor: Actor },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    const set = await db
      .updateTable('series')
      .set({ needsReview: flag(isNeeded), updatedAt: now })
      .where('id', '=', seriesId)
      .where('needsReview', '=', flag(!isNeeded))
      .executeTakeFirst()
    if (set.numUpdatedRows === 0n) return
    const after = { needsReview: flag(isNeeded) }
    const object = { objectKind: 'series', objectId: seriesId }
    await recordAudit(db, now, [{ actor, action: 'series.changed', ...object, after }])
  })
}
