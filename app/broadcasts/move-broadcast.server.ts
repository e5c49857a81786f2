import type { Kysely, Updateable } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { BroadcastsTable, Database } from '#db/schema.ts'

export type BroadcastState = BroadcastsTable['state']

export type MoveRefusal = 'gone' | 'broadcast-moved'

export interface ChangeBroadcast {
  eventId: string
  broadcastId: string
  now: Instant
  actor: Actor
}

/** One step of a broadcast, in a transaction, written down; refused as `broadcast-moved` from any other state. */
export async function moveBroadcast(
  db: Kysely<Database>,
  { eventId, broadcastId, now, actor }: ChangeBroadcast,
  {
    from,
    to,
    set = {},
    after = {},
  }: { from: BroadcastState[]; to: BroadcastState; set?: Updateable<BroadcastsTable>; after?: Record<string, unknown> },
): Promise<void> {
  const known = await db
    .selectFrom('broadcasts')
    .select('state')
    .where('id', '=', broadcastId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!known) throw new Refused({ code: 'gone' as const })
  const moved = await db
    .updateTable('broadcasts')
    .set({ ...set, state: to, updatedAt: now })
    .where('id', '=', broadcastId)
    .where('state', '=', known.state)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused({ code: 'broadcast-moved' as const })
  await recordAudit(db, now, [
    {
      actor,
      action: `broadcast.${to}`,
      objectKind: 'broadcast',
      objectId: broadcastId,
      eventId,
      before: { state: known.state },
      after: { state: to, ...after },
    },
  ])
}
