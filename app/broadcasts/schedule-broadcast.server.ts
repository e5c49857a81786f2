import type { Kysely } from 'kysely'
import { type ChangeBroadcast, moveBroadcast } from './move-broadcast.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface ScheduleBroadcast extends ChangeBroadcast {
  /** Null for at once. */
  sendAt: Instant | null
  /** How many recipients whoever sends it off was shown. */
  expected: number
  /** Of the draft that was looked at. */
  version: number
}

export type ScheduleRefusal = 'gone' | 'broadcast-moved' | 'broadcast-stale' | 'broadcast-past' | 'broadcast-empty'

/** Sends a draft off, now or later; until it is begun it can be paused, changed and cancelled. */
export async function scheduleBroadcast(
  db: Kysely<Database>,
  { sendAt, expected, version, ...change }: ScheduleBroadcast,
): Promise<Result<void, ScheduleRefusal | 'busy'>> {
  return await transact<void, ScheduleRefusal>(db, async (db) => {
    const { now, broadcastId } = change
    if (sendAt !== null && sendAt <= now) throw new Refused({ code: 'broadcast-past' as const, field: 'sendAt' })
    const seen = await db
      .selectFrom('broadcasts')
      .leftJoin('broadcastTexts as text', 'text.broadcastId', 'broadcasts.id')
      .select(['broadcasts.version', 'text.language'])
      .where('broadcasts.id', '=', broadcastId)
      .executeTakeFirst()
    await moveBroadcast(db, change, {
      from: ['draft'],
      to: 'scheduled',
      set: { sendAt: sendAt ?? now, expected },
      after: { sendAt: sendAt ?? now, expected },
    })
    if (!seen?.language) throw new Refused({ code: 'broadcast-empty' as const })
    if (seen.version !== version) throw new Refused({ code: 'broadcast-stale' as const })
  })
}
