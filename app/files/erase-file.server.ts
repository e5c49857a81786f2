import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Empties the content and the name of a file, once: false when that had been done. The copy of it that blind reviewers
 * were shown goes with it. Call it inside a transaction.
 */
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
  const copy = await db
    .selectFrom('applicationRedactions')
    .select('copyId')
    .where('fileId', '=', fileId)
    .where('copyId', 'is not', null)
    .executeTakeFirst()
  if (copy?.copyId) await eraseFile(db, { fileId: copy.copyId, now, actor })
  return true
}
