import type { Kysely } from 'kysely'
import { type ChangeBroadcast, moveBroadcast, type MoveRefusal } from './move-broadcast.server.ts'
import { waitingOf } from './waiting-messages.server.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Gives up what has not left; what is on its way arrives. */
export async function cancelBroadcast(
  db: Kysely<Database>,
  change: ChangeBroadcast,
): Promise<Result<void, MoveRefusal | 'busy'>> {
  return await transact<void, MoveRefusal>(db, async (db) => {
    const { broadcastId, now } = change
    const from = ['scheduled', 'sending', 'paused', 'done'] as const
    await moveBroadcast(db, change, { from: [...from], to: 'cancelled', set: { endedAt: now } })
    await waitingOf(db, broadcastId).set({ state: 'withdrawn', lastError: 'cancelled' }).execute()
    await db
      .updateTable('broadcastRecipients')
      .set({ state: 'left-out', reason: 'cancelled' })
      .where('broadcastId', '=', broadcastId)
      .where('state', '=', 'waiting')
      .execute()
  })
}
