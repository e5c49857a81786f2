import type { Kysely } from 'kysely'
import { eventChanged } from '../event-changed.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { flag } from '#app/values/flag.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Makes a draft that was never public a template of its series, or a template an ordinary draft again. Doing it twice is
 * doing it once.
 */
export async function setTemplate(
  db: Kysely<Database>,
  { eventId, isTemplate, now, actor }: { eventId: string; isTemplate: boolean; now: Instant; actor: Actor },
): Promise<Result<void, 'not-a-draft' | 'busy'>> {
  return await transact<void, 'not-a-draft'>(db, async (db) => {
    const event = await db
      .selectFrom('events')
      .select(['isTemplate', 'status', 'publishedAt'])
      .where('id', '=', eventId)
      .executeTakeFirst()
    if (event?.isTemplate === flag(isTemplate)) return
    const changed = await db
      .updateTable('events')
      .set({ isTemplate: flag(isTemplate) })
      .where('id', '=', eventId)
      .where('status', '=', 'draft')
      .where('publishedAt', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('registrations').select('registrations.id').where('registrations.eventId', '=', eventId)),
        ),
      )
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw new Refused({ code: 'not-a-draft' as const })
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.template-changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { isTemplate: !isTemplate },
        after: { isTemplate },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
