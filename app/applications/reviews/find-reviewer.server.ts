import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Whether somebody is a reviewer of a call, and whether they chair it; null when not. */
export async function findReviewer(
  db: Kysely<Database>,
  { callId, accountId }: { callId: string; accountId: string },
): Promise<{ isChair: boolean } | null> {
  const row = await db
    .selectFrom('reviewers')
    .select('isChair')
    .where('callId', '=', callId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row ? { isChair: row.isChair === 1 } : null
}
