import type { Kysely } from 'kysely'
import type { ChangeBroadcast, MoveRefusal } from './move-broadcast.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Throws a draft away. What was sent off stays for ever. */
export async function removeBroadcast(
  db: Kysely<Database>,
  { eventId, broadcastId, now, actor }: ChangeBroadcast,
): Promise<Result<void, MoveRefusal | 'busy'>> {
  return await transact<void, MoveRefusal>(db, async (db) => {
    const draft = await db
      .updateTable('broadcasts')
      .set({ updatedAt: now })
      .where('id', '=', broadcastId)
      .where('eventId', '=', eventId)
      .where('state', '=', 'draft')
      .where('kind', '=', 'once')
      .executeTakeFirst()
    if (draft.numUpdatedRows === 0n) throw new Refused({ code: 'gone' as const })
    await db.deleteFrom('broadcastTexts').where('broadcastId', '=', broadcastId).execute()
    await db.deleteFrom('broadcasts').where('id', '=', broadcastId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'broadcast.removed',
        objectKind: 'broadcast',
        objectId: broadcastId,
        eventId,
        before: { state: 'draft' },
      },
    ])
  })
}
