import type { Kysely } from 'kysely'
import { ensureRoster } from './ensure-roster.server.ts'
import type { RosterPlanForm } from './roster-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveRosterPlan {
  eventId: string
  form: RosterPlanForm
  now: Instant
  actor: Actor
}

/** Sets the day of freezing, or lets it follow the event again, and how many people make the event worth while. */
export async function saveRosterPlan(
  db: Kysely<Database>,
  { eventId, form, now, actor }: SaveRosterPlan,
): Promise<Result<void, 'roster-stale' | 'roster-late' | 'busy'>> {
  return await transact<void, 'roster-stale' | 'roster-late'>(db, async (db) => {
    await ensureRoster(db, eventId, now)
    const before = await db
      .selectFrom('rosters')
      .innerJoin('events', 'events.id', 'rosters.eventId')
      .select(['rosters.freezeOn', 'rosters.minimum', 'rosters.frozenAt', 'events.lastOn'])
      .where('rosters.eventId', '=', eventId)
      .executeTakeFirstOrThrow()
    const freezeOn = form.way === 'set' ? form.freezeOn! : ''
    if (freezeOn > before.lastOn) throw new Refused({ code: 'roster-late' as const, field: 'freezeOn' })
    const after = { freezeOn: before.frozenAt === null ? freezeOn : before.freezeOn, minimum: form.minimum ?? null }
    const saved = await db
      .updateTable('rosters')
      .set((row) => ({ ...after, version: row('version', '+', 1), updatedAt: now }))
      .where('eventId', '=', eventId)
      .where('version', '=', form.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows === 0n) throw new Refused({ code: 'roster-stale' as const })
    const { freezeOn: day, minimum } = before
    await recordAudit(db, now, [
      {
        actor,
        action: 'roster.planned',
        objectKind: 'roster',
        objectId: eventId,
        eventId,
        before: { freezeOn: day, minimum },
        after,
      },
    ])
  })
}
