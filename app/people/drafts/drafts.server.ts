import type { Kysely } from 'kysely'
import type { DraftContent } from './draft-content.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface Draft {
  content: DraftContent
  seen: string
  savedAt: Instant
}

/** What somebody has left half done at this form. */
export async function findDraft(
  db: Kysely<Database>,
  { accountId, form }: { accountId: string; form: string },
): Promise<Draft | null> {
  const row = await db
    .selectFrom('formDrafts')
    .select(['content', 'seen', 'savedAt'])
    .where('accountId', '=', accountId)
    .where('form', '=', form)
    .executeTakeFirst()
  return row ? { ...row, content: JSON.parse(row.content) as DraftContent } : null
}

/** Once the form was sent, or its draft thrown away. */
export async function dropDraft(
  db: Kysely<Database>,
  { accountId, form }: { accountId: string; form: string },
): Promise<void> {
  await db.deleteFrom('formDrafts').where('accountId', '=', accountId).where('form', '=', form).execute()
}
