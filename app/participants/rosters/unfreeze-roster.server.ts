import type { Kysely } from 'kysely'
import type { FreezeRoster } from './freeze-roster.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Opens a frozen list again, until `freezeOn`: without a later day it would be frozen at once. What was written of it
 * stays, and no change of it is told.
 */
export async function unfreezeRoster(
  db: Kysely<Database>,
  { eventId, freezeOn, now, actor }: FreezeRoster & { freezeOn: string },
): Promise<Result<void, 'roster-open' | 'busy'>> {
  return await transact<void, 'roster-open'>(db, async (db) => {
    const opened = await db
      .updateTable('rosters')
      .set((row) => ({ frozenAt: null, frozenBy: null, freezeOn, version: row('version', '+', 1), updatedAt: now }))
      .where('eventId', '=', eventId)
      .where('frozenAt', 'is not', null)
      .executeTakeFirst()
    if (opened.numUpdatedRows === 0n) throw new Refused({ code: 'roster-open' as const })
    await recordAudit(db, now, [
      { actor, action: 'roster.opened', objectKind: 'roster', objectId: eventId, eventId, after: { freezeOn } },
    ])
  })
}
