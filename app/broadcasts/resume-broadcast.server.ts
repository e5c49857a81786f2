import type { Kysely } from 'kysely'
import { type ChangeBroadcast, moveBroadcast, type MoveRefusal } from './move-broadcast.server.ts'
import { waitingOf } from './waiting-messages.server.ts'
import { HELD_BACK } from '#app/mail/held-back.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Goes on with it where it stopped. */
export async function resumeBroadcast(
  db: Kysely<Database>,
  change: ChangeBroadcast,
): Promise<Result<void, MoveRefusal | 'busy'>> {
  return await transact<void, MoveRefusal>(db, async (db) => {
    const { broadcastId, now } = change
    const begun = await db.selectFrom('broadcasts').select('startedAt').where('id', '=', broadcastId).executeTakeFirst()
    await moveBroadcast(db, change, { from: ['paused'], to: begun?.startedAt ? 'sending' : 'scheduled' })
    await waitingOf(db, broadcastId).set({ dueAt: now }).where('dueAt', '=', HELD_BACK).execute()
  })
}
