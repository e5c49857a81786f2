import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface See {
  eventId: string
  conflictId: string
  accountId: string
  now: Instant
}

/** Somebody has looked at a conflict and is content with what holds; whoever was first is remembered. Refused: `gone`. */
export async function seeConflict(
  db: Kysely<Database>,
  { eventId, conflictId, accountId, now }: See,
): Promise<Result<boolean, 'gone' | 'busy'>> {
  return await transact<boolean, 'gone'>(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('attendanceConflicts')
      .set({ seenBy: accountId, seenAt: now })
      .where('id', '=', conflictId)
      .where('eventId', '=', eventId)
      .where('seenAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return await isKnown(db, { eventId, conflictId })
    const object = { objectKind: 'attendance-conflict', objectId: conflictId, eventId }
    await recordAudit(db, now, [
      { actor: { kind: 'account', id: accountId }, action: 'attendance-conflict.seen', ...object },
    ])
    return true
  })
}

/** False: somebody else looked first. */
async function isKnown(db: Kysely<Database>, { eventId, conflictId }: Pick<See, 'eventId' | 'conflictId'>) {
  const found = await db
    .selectFrom('attendanceConflicts')
    .select('id')
    .where('id', '=', conflictId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!found) throw new Refused<'gone'>({ code: 'gone' })
  return false
}
