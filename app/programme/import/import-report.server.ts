import type { Kysely } from 'kysely'
import type { ImportTotals } from './import-plan.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What importing this file did the last time, or that it was taken back, by the log; null when it was only looked at. */
export async function findImportReport(
  db: Kysely<Database>,
  fileId: string,
): Promise<{ at: Instant; totals: ImportTotals; undo: string | null; isUndone: boolean } | null> {
  const entry = await db
    .selectFrom('auditEntries')
    .select(['at', 'after', 'action'])
    .where('objectKind', '=', 'file')
    .where('objectId', '=', fileId)
    .where('action', 'in', ['programme.imported', 'programme.import-undone'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!entry) return null
  const { undo = null, ...totals } = JSON.parse(entry.after) as ImportTotals & { undo?: string }
  return { at: entry.at, totals, undo, isUndone: entry.action === 'programme.import-undone' }
}
