import type { Kysely } from 'kysely'
import { type ChangeBroadcast, moveBroadcast, type MoveRefusal } from './move-broadcast.server.ts'
import { holdBack } from './waiting-messages.server.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Stops a mail that is to be sent or being sent: what has not left stays where it is. */
export async function pauseBroadcast(
  db: Kysely<Database>,
  change: ChangeBroadcast,
): Promise<Result<void, MoveRefusal | 'busy'>> {
  return await transact<void, MoveRefusal>(db, async (db) => {
    await moveBroadcast(db, change, { from: ['scheduled', 'sending'], to: 'paused' })
    await holdBack(db, change.broadcastId)
  })
}
