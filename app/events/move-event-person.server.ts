import type { Kysely } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import { swapPlaces } from './swap-places.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Changes the order in which people are named on the page of an event: one place up or down. At an end it stays. */
export async function moveEventPerson(
  db: Kysely<Database>,
  { eventId, personId, by, now, actor }: { eventId: string; personId: string; by: -1 | 1; now: Instant; actor: Actor },
): Promise<Result<null, 'gone' | 'busy'>> {
  return await transact<null, 'gone'>(db, async (db) => {
    const all = await db
      .selectFrom('eventPeople')
      .select(['id', 'position'])
      .where('eventId', '=', eventId)
      .orderBy('position')
      .orderBy('id')
      .execute()
    if (!all.some(({ id }) => id === personId)) throw new Refused({ code: 'gone' as const })
    if (!(await swapPlaces(db, 'eventPeople', all, { id: personId, by }))) return null
    const object = { objectKind: 'event-person', objectId: personId, eventId }
    await recordAudit(db, now, [{ actor, action: 'event-person.moved', ...object, after: { by } }])
    await eventChanged(db, eventId, now)
    return null
  })
}
