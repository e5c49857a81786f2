import type { Kysely } from 'kysely'
import type { StageDates } from './stages-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Sets when the stages of an event open, remind and close. Mails that were written stay written. */
export async function saveStages(
  db: Kysely<Database>,
  { eventId, stages, now, actor }: { eventId: string; stages: StageDates[]; now: Instant; actor: Actor },
): Promise<Result<null, 'busy'>> {
  return await transact(db, async (db) => {
    await db.deleteFrom('questionStages').where('eventId', '=', eventId).execute()
    const rows = stages
      .filter(({ opensAt, deadlineAt, remindAt }) => opensAt ?? deadlineAt ?? remindAt)
      .map((stage) => ({ eventId, ...stage }))
    if (rows.length > 0) await db.insertInto('questionStages').values(rows).execute()
    await recordAudit(db, now, [
      { actor, action: 'question-stages.changed', objectKind: 'event', objectId: eventId, eventId, after: { stages } },
    ])
    await bumpContentVersion(db)
    return null
  })
}

export async function listStages(db: Kysely<Database>, eventId: string) {
  return await db.selectFrom('questionStages').selectAll().where('eventId', '=', eventId).execute()
}
