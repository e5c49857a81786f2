import type { Kysely } from 'kysely'
import { eventChanged } from '../event-changed.server.ts'
import { lockEvent } from '../lock-event.server.ts'
import type { Relation } from './relation-form.ts'
import { seenEvents } from './seen-events.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface RelateEvents {
  eventId: string
  otherId: string
  relation: Relation
  /** Whose drafts may be named; what is public may always be. */
  reach: Reach
  now: Instant
  actor: Actor
}

export type RelateRefusal = 'event-not-seen' | 'related-itself' | 'parent-circle'

/**
 * Says that an event belongs to another, or stands before, beside or after it. Both pages tell it; of two events there
 * is one such word at most, whichever of them said it.
 */
export async function relateEvents(
  db: Kysely<Database>,
  { eventId, otherId, relation, reach, now, actor }: RelateEvents,
): Promise<Result<void, RelateRefusal | 'busy'>> {
  return await transact<void, RelateRefusal>(db, async (db) => {
    if (eventId === otherId) throw new Refused({ code: 'related-itself' as const })
    const other = await seenEvents(db, reach).where('events.id', '=', otherId).select('events.id').executeTakeFirst()
    if (!other) throw new Refused({ code: 'event-not-seen' as const })
    await lockEvent(db, eventId)
    if (relation === 'parent') {
      await refuseCircle(db, eventId, otherId)
      await db.updateTable('events').set({ parentId: otherId }).where('id', '=', eventId).execute()
    } else {
      await dropNeighbours(db, eventId, otherId)
      await db.insertInto('eventNeighbours').values({ eventId, neighbourId: otherId, relation }).execute()
    }
    await tell(db, { action: 'event.related', eventId, otherId, relation, now, actor })
  })
}

/** Takes a word of `relateEvents` back; where there is none, nothing happens. */
export async function unrelateEvents(
  db: Kysely<Database>,
  { eventId, otherId, relation, now, actor }: Omit<RelateEvents, 'reach'>,
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    const isDropped =
      relation === 'parent' ? await dropParent(db, eventId, otherId) : await dropNeighbours(db, eventId, otherId)
    if (isDropped) await tell(db, { action: 'event.unrelated', eventId, otherId, relation, now, actor })
  })
}

/** Everything above the new parent is locked, so that two who move parts at once cannot close a circle together. */
async function refuseCircle(db: Kysely<Database>, eventId: string, parentId: string): Promise<void> {
  let above: string | null = parentId
  while (above !== null) {
    if (above === eventId) throw new Refused({ code: 'parent-circle' as const })
    await lockEvent(db, above)
    const row: { parentId: string | null } | undefined = await db
      .selectFrom('events')
      .select('parentId')
      .where('id', '=', above)
      .executeTakeFirst()
    above = row?.parentId ?? null
  }
}

async function dropParent(db: Kysely<Database>, eventId: string, parentId: string): Promise<boolean> {
  const dropped = await db
    .updateTable('events')
    .set({ parentId: null })
    .where('id', '=', eventId)
    .where('parentId', '=', parentId)
    .executeTakeFirst()
  return dropped.numUpdatedRows > 0n
}

/** Whichever of the two named the other. */
async function dropNeighbours(db: Kysely<Database>, eventId: string, otherId: string): Promise<boolean> {
  const dropped = await db
    .deleteFrom('eventNeighbours')
    .where(({ or, and, eb }) =>
      or([
        and([eb('eventId', '=', eventId), eb('neighbourId', '=', otherId)]),
        and([eb('eventId', '=', otherId), eb('neighbourId', '=', eventId)]),
      ]),
    )
    .executeTakeFirst()
  return dropped.numDeletedRows > 0n
}

async function tell(
  db: Kysely<Database>,
  { action, eventId, otherId, relation, now, actor }: Omit<RelateEvents, 'reach'> & { action: string },
): Promise<void> {
  await recordAudit(db, now, [
    { actor, action, objectKind: 'event', objectId: eventId, eventId, after: { otherId, relation } },
  ])
  for (const id of [eventId, otherId].toSorted()) await eventChanged(db, id, now)
}
