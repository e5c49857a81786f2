import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface MarkAttended {
  eventId: string
  awardIds: string[]
  attended: 'yes' | 'no'
  now: Instant
  actor: Actor
}

/** Notes of many awards at once whether their holders came. Returns of how many that is news. */
export async function markAttended(
  db: Kysely<Database>,
  { eventId, awardIds, attended, now, actor }: MarkAttended,
): Promise<Result<number, 'nobody-ticked' | 'busy'>> {
  if (awardIds.length === 0) return { ok: false, refusals: [{ code: 'nobody-ticked', field: 'awards' }] }
  return await transact<number>(db, async (db) => {
    const changed: string[] = []
    for (const id of new Set(awardIds)) {
      const { numUpdatedRows } = await db
        .updateTable('awards')
        .set({ attended, updatedAt: now })
        .where('id', '=', id)
        .where('eventId', '=', eventId)
        .where('state', 'in', ['accepted', 'ended'])
        .where('attended', '<>', attended)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) changed.push(id)
    }
    await recordAudit(
      db,
      now,
      changed.map((objectId) => ({
        actor,
        action: 'award.attended',
        objectKind: 'award',
        objectId,
        eventId,
        after: { attended },
      })),
    )
    return changed.length
  })
}
