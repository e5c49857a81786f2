import type { Kysely } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import type { Move } from './move-form.ts'
import { movedColumns } from './moved-columns.server.ts'
import { whenAndWhereColumns } from './when-and-where-columns.ts'
import type { ChangeEventStatus } from './publishing/publish-event.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type MoveRefusal = 'not-published' | 'nothing-moved'

/** What the log says of it: the address of the room may hold a password, the street stays out as everywhere. */
const SPOKEN = ['startsOn', 'endsOn', 'startsTime', 'endsTime', 'zone', 'format', 'country', 'city', 'venue'] as const

/** Gives a published event another time, zone, place or online room, and nothing else. */
export async function moveEvent(
  db: Kysely<Database>,
  { eventId, form, now, actor }: ChangeEventStatus & { form: Move },
): Promise<Result<void, MoveRefusal | 'busy'>> {
  return await transact<void, MoveRefusal>(db, async (db) => {
    const before = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst()
    if (before?.status !== 'published') throw new Refused({ code: 'not-published' as const })
    const after = whenAndWhereColumns(form)
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter((name) => after[name] !== before[name])
    if (changed.length === 0) throw new Refused({ code: 'nothing-moved' as const })
    await db
      .updateTable('events')
      .set({ ...after, ...(await movedColumns(db, eventId, after, now)) })
      .where('id', '=', eventId)
      .execute()
    const spoken = SPOKEN.filter((name) => changed.includes(name))
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.moved',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: Object.fromEntries(spoken.map((name) => [name, before[name]])),
        after: { ...Object.fromEntries(spoken.map((name) => [name, after[name]])), changed },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
