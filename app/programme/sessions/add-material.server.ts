import type { Kysely } from 'kysely'
import type { MaterialForm } from './material-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** More than any session has. */
const MOST = 30

export type MaterialRefusal = 'gone' | 'too-many-materials'

/** Adds a link or a file that was taken for this event; without a title it has the file's name, or the link itself. */
export async function addMaterial(
  db: Kysely<Database>,
  input: {
    eventId: string
    sessionId: string
    form: Omit<MaterialForm, 'file'>
    file: { id: string; name: string } | null
    now: Instant
    actor: Actor
  },
): Promise<Result<{ id: string }, MaterialRefusal | 'busy'>> {
  const { eventId, sessionId, form, file, now, actor } = input
  return await transact<{ id: string }, MaterialRefusal>(db, async (db) => {
    await lockEvent(db, eventId)
    const session = await db
      .selectFrom('sessions')
      .select('id')
      .where('id', '=', sessionId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!session) throw new Refused({ code: 'gone' as const })
    const known = await db
      .selectFrom('sessionMaterials')
      .select('position')
      .where('sessionId', '=', sessionId)
      .orderBy('position', 'desc')
      .execute()
    if (known.length >= MOST) throw new Refused({ code: 'too-many-materials' as const, details: { maximum: MOST } })
    if (file && !(await keep(db, eventId, file.id))) throw new Refused({ code: 'gone' as const, field: 'file' })
    const id = newId(now)
    const title = (form.title || file?.name || form.url || '').slice(0, 200)
    const place = { sessionId, position: (known[0]?.position ?? -1) + 1 }
    await db
      .insertInto('sessionMaterials')
      .values({
        id,
        ...place,
        title,
        url: form.url ?? null,
        fileId: file?.id ?? null,
        audience: form.audience,
        createdAt: now,
      })
      .execute()
    const after = { sessionId, audience: form.audience, fileId: file?.id ?? null }
    await recordAudit(db, now, [
      { actor, action: 'session-material.added', objectKind: 'session-material', objectId: id, eventId, after },
    ])
    await eventChanged(db, eventId, now)
    return { id }
  })
}

/** From here on it is the session's, and nothing erases it by the clock. */
async function keep(db: Kysely<Database>, eventId: string, fileId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('files')
    .set({ eraseAt: null })
    .where('id', '=', fileId)
    .where('eventId', '=', eventId)
    .where('purpose', '=', 'material')
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
