import type { Kysely } from 'kysely'
import { findMaterial } from './materials.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Takes a material off its session; a file is erased. */
export async function removeMaterial(
  db: Kysely<Database>,
  input: { eventId: string; sessionId: string; materialId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'busy'>> {
  const { eventId, sessionId, materialId, now, actor } = input
  return await transact<void, 'gone'>(db, async (db) => {
    const material = await findMaterial(db, { eventId, sessionId, materialId, audience: 'instructors' })
    if (!material) throw new Refused({ code: 'gone' as const })
    const { audience, fileId } = material
    await db.deleteFrom('sessionMaterials').where('id', '=', materialId).execute()
    if (fileId !== null) await eraseFile(db, { fileId, now, actor })
    const object = { objectKind: 'session-material', objectId: materialId, eventId }
    await recordAudit(db, now, [
      { actor, action: 'session-material.removed', ...object, before: { sessionId, audience, fileId } },
    ])
    await eventChanged(db, eventId, now)
  })
}
