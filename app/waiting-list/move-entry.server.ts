import type { Kysely } from 'kysely'
import { waitForExactly } from './wait-for.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, WaitingState } from '#db/schema.ts'

/** What an entry is over by, for the audit and the mail. */
export type WhyOver = 'event-cancelled' | 'list-closed' | 'too-late' | 'removed' | 'left' | 'date' | 'money' | 'erased'

/**
 * Takes an entry out of the queue: it counts for no quota any more, and an ended one leaves its address to others.
 * False when it was in another state by then. The list is locked by the caller.
 */
export async function moveEntry(
  db: Kysely<Database>,
  move: {
    entryId: string
    from: WaitingState
    to: Exclude<WaitingState, 'waiting'>
    actor: Actor
    now: Instant
    why?: WhyOver
  },
): Promise<boolean> {
  const { entryId, from, to, actor, now, why } = move
  const { numUpdatedRows } = await db
    .updateTable('waitingListEntries')
    .set({ state: to, updatedAt: now, ...(to === 'offered' ? {} : { activeKey: null, endedAt: now }) })
    .where('id', '=', entryId)
    .where('state', '=', from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await waitForExactly(db, entryId, new Set())
  const { eventId } = await db
    .selectFrom('waitingListEntries')
    .select('eventId')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow()
  await recordAudit(db, now, [
    {
      actor,
      action: `waiting-list-entry.${to}`,
      objectKind: 'waiting-list-entry',
      objectId: entryId,
      eventId,
      before: { state: from },
      after: { state: to, ...(why ? { why } : {}) },
    },
  ])
  return true
}
