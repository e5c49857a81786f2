import type { Kysely } from 'kysely'
import { bumpContentVersion } from '#db/content-version.ts'
import type { Database } from '#db/schema.ts'

/**
 * To be called in the transaction that changes names or takes them away: where one of them stands in public, among those
 * who were awarded something, the public sees it at once.
 */
export async function namesChanged(db: Kysely<Database>, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  const named = await db
    .selectFrom('applications')
    .innerJoin('awards', 'awards.applicationId', 'applications.id')
    .select('awards.id')
    .where('applications.personId', 'in', personIds)
    .where('awards.isPublic', '=', 1)
    .limit(1)
    .executeTakeFirst()
  if (named) await bumpContentVersion(db)
}
