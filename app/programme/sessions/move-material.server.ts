import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { swapPlaces } from '#app/events/swap-places.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface MoveMaterial {
  eventId: string
  sessionId: string
  materialId: string
  by: -1 | 1
  now: Instant
  actor: Actor
}

/** Puts a material of a session before or behind its neighbour. */
export async function moveMaterial(
  db: Kysely<Database>,
  { eventId, sessionId, materialId, by, now, actor }: MoveMaterial,
): Promise<Result<void, 'gone' | 'busy'>> {
  return await transact<void, 'gone'>(db, async (db) => {
    await lockEvent(db, eventId)
    const all = await db
      .selectFrom('sessionMaterials')
      .innerJoin('sessions', 'sessions.id', 'sessionMaterials.sessionId')
      .select(['sessionMaterials.id', 'sessionMaterials.position'])
      .where('sessions.id', '=', sessionId)
      .where('sessions.eventId', '=', eventId)
      .orderBy('sessionMaterials.position')
      .orderBy('sessionMaterials.id')
      .execute()
    if (!all.some(({ id }) => id === materialId)) throw new Refused({ code: 'gone' as const })
    if (!(await swapPlaces(db, 'sessionMaterials', all, { id: materialId, by }))) return
    await recordAudit(db, now, [
      { actor, action: 'session-material.moved', objectKind: 'session-material', objectId: materialId, eventId },
    ])
    await eventChanged(db, eventId, now)
  })
}
