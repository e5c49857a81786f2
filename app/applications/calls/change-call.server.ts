import { type Kysely, type Selectable, sql } from 'kysely'
import { type Actor, type AuditEntry, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { CallsTable, Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Of which event a call is changed, when, and by whom. */
export interface CallChange {
  eventId: string
  callId: string
  now: Instant
  actor: Actor
}

export type CallRow = Selectable<CallsTable>

/** What was done, as the log keeps it. */
type Done = Pick<AuditEntry, 'action' | 'objectKind' | 'objectId' | 'before' | 'after'>

/**
 * One change of a call or of what belongs to it. Its row is held to the end, so that changes of one call come one after
 * the other; what is open is seen by the public, whose copies are made anew. `gone` where the event has no such call.
 */
export async function changeCall<T, Code extends string = never>(
  db: Kysely<Database>,
  { eventId, callId, now, actor }: CallChange,
  change: (db: Kysely<Database>, call: CallRow) => Promise<{ value: T; done: Done | null }>,
): Promise<Result<T, Code | 'gone' | 'busy'>> {
  return await transact<T, Code | 'gone'>(db, async (db) => {
    const held = await db
      .updateTable('calls')
      .set({ version: sql`version + 1`, updatedAt: now })
      .where('id', '=', callId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (held.numUpdatedRows === 0n) throw new Refused({ code: 'gone' as const })
    const call = await db.selectFrom('calls').selectAll().where('id', '=', callId).executeTakeFirstOrThrow()
    const { value, done } = await change(db, call)
    if (done) await recordAudit(db, now, [{ actor, eventId, ...done }])
    if (call.openedAt !== null) await eventChanged(db, eventId, now)
    return value
  })
}
