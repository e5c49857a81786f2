import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Takes a reviewer off a call. What they submitted stays and counts; what they had not begun is free for others, what
 * they had begun is kept as skipped, with its words. Their role stays: it may be another call's.
 */
export async function removeReviewer(
  db: Kysely<Database>,
  {
    call,
    accountId,
    actor,
    now,
  }: { call: Pick<Call, 'id' | 'eventId'>; accountId: string; actor: Actor; now: Instant },
): Promise<Result<{ open: number }, 'gone' | 'busy'>> {
  return await transact<{ open: number }, 'gone'>(db, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('reviewers')
      .where('callId', '=', call.id)
      .where('accountId', '=', accountId)
      .executeTakeFirst()
    if (numDeletedRows !== 1n) throw new Refused({ code: 'gone' })
    const untouched = await db
      .deleteFrom('reviews')
      .where('callId', '=', call.id)
      .where('accountId', '=', accountId)
      .where('state', '=', 'assigned')
      .executeTakeFirst()
    const begun = await db
      .updateTable('reviews')
      .set((row) => ({ state: 'skipped' as const, total: null, version: row('version', '+', 1) }))
      .where('callId', '=', call.id)
      .where('accountId', '=', accountId)
      .where('state', '=', 'started')
      .executeTakeFirst()
    const open = Number(untouched.numDeletedRows) + Number(begun.numUpdatedRows)
    await recordAudit(db, now, [
      {
        actor,
        action: 'reviewer.removed',
        objectKind: 'reviewer',
        objectId: accountId,
        eventId: call.eventId,
        after: { callId: call.id, open },
      },
    ])
    return { open }
  })
}
