import type { Kysely } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Takes a name off the public page of an event. */
export async function removeEventPerson(
  db: Kysely<Database>,
  { eventId, personId, now, actor }: { eventId: string; personId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'busy'>> {
  return await transact<void, 'gone'>(db, async (db) => {
    const person = await db
      .selectFrom('eventPeople')
      .select(['role', 'trackId'])
      .where('id', '=', personId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!person) throw new Refused({ code: 'gone' as const })
    await db.deleteFrom('eventPeople').where('id', '=', personId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'event-person.removed',
        objectKind: 'event-person',
        objectId: personId,
        eventId,
        before: person,
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
