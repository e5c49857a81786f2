import type { Kysely } from 'kysely'
import type { ImportTotals } from './import-plan.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What importing this file did the last time, by the log; null when it was only looked at. */
export async function findImportReport(
  db: Kysely<Database>,
  fileId: string,
): Promise<{ at: Instant; totals: ImportTotals } | null> {
  const entry = await db
    .selectFrom('auditEntries')
    .select(['at', 'after'])
    .where('objectKind', '=', 'file')
    .where('objectId', '=', fileId)
    .where('action', '=', 'programme.imported')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return entry ? { at: entry.at, totals: JSON.parse(entry.after) as ImportTotals } : null
}
