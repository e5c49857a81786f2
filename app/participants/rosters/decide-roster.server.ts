import type { Kysely } from 'kysely'
import { ensureRoster } from './ensure-roster.server.ts'
import type { RosterDecisionForm } from './roster-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface DecideRoster {
  eventId: string
  form: RosterDecisionForm
  now: Instant
  actor: Actor
}

/**
 * Writes down that the event is held, or that it is not. By itself that changes nothing of the event. Whoever decides
 * otherwise than before says why.
 */
export async function decideRoster(
  db: Kysely<Database>,
  { eventId, form: { decision, note, version }, now, actor }: DecideRoster,
): Promise<Result<void, 'roster-stale' | 'roster-reason' | 'busy'>> {
  return await transact<void, 'roster-stale' | 'roster-reason'>(db, async (db) => {
    await ensureRoster(db, eventId, now)
    const { decision: before } = await db
      .selectFrom('rosters')
      .select('decision')
      .where('eventId', '=', eventId)
      .executeTakeFirstOrThrow()
    if (before !== 'open' && before !== decision && note === '')
      throw new Refused({ code: 'roster-reason' as const, field: 'note' })
    const decided = await db
      .updateTable('rosters')
      .set((row) => ({
        decision,
        note,
        decidedBy: actor.id ?? null,
        decidedAt: now,
        version: row('version', '+', 1),
        updatedAt: now,
      }))
      .where('eventId', '=', eventId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (decided.numUpdatedRows === 0n) throw new Refused({ code: 'roster-stale' as const })
    // The note may name people, so it stays out of the log.
    await recordAudit(db, now, [
      {
        actor,
        action: 'roster.decided',
        objectKind: 'roster',
        objectId: eventId,
        eventId,
        before: { decision: before },
        after: { decision },
      },
    ])
  })
}
