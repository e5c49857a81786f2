import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Empties the content and the name of a file, once: false when that had been done. Call it inside a transaction. */
export async function eraseFile(
  db: Kysely<Database>,
  { fileId, now, actor }: { fileId: string; now: Instant; actor: Actor },
): Promise<boolean> {
  const file = await db.selectFrom('files').select(['eventId', 'purpose']).where('id', '=', fileId).executeTakeFirst()
  if (!file) return false
  const { numUpdatedRows } = await db
    .updateTable('files')
    .set({ content: null, name: '', erasedAt: now })
    .where('id', '=', fileId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const { eventId, purpose } = file
  await recordAudit(db, now, [
    { actor, action: 'file.erased', objectKind: 'file', objectId: fileId, eventId, after: { purpose } },
  ])
  return true
}
