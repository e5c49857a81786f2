import { type Kysely, sql } from 'kysely'
import { eventChanged } from '../event-changed.server.ts'
import type { ChangeEventStatus } from './publish-event.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Makes a published event a draft again. Refused while anybody is registered: they would stand before a page that is
 * gone, with a ticket in their hands; such an event is cancelled.
 */
export async function unpublishEvent(
  db: Kysely<Database>,
  { eventId, now, actor }: ChangeEventStatus,
): Promise<Result<void, 'has-registrations' | 'not-published' | 'busy'>> {
  return await transact<void, 'has-registrations' | 'not-published'>(db, async (db) => {
    const unpublished = await db
      .updateTable('events')
      .set({ status: 'draft' })
      .where('id', '=', eventId)
      .where('status', '=', 'published')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('registrations')
              .select('registrations.id')
              .where('registrations.eventId', '=', eventId)
              .where('registrations.state', 'in', ['held', 'confirmed']),
          ),
        ),
      )
      .executeTakeFirst()
    if (unpublished.numUpdatedRows === 0n) throw new Refused(await reasonOf(db, eventId))
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.unpublished',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { status: 'published' },
        after: { status: 'draft' },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}

async function reasonOf(db: Kysely<Database>, eventId: string) {
  const { count } = await db
    .selectFrom('registrations')
    .select(sql<number>`count(*)`.as('count'))
    .where('eventId', '=', eventId)
    .where('state', 'in', ['held', 'confirmed'])
    .executeTakeFirstOrThrow()
  return Number(count) > 0
    ? { code: 'has-registrations' as const, details: { count: Number(count) } }
    : { code: 'not-published' as const }
}
