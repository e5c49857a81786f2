import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

export async function reportFileId(db: Kysely<Database>, awardId: string): Promise<string | null> {
  const award = await db.selectFrom('awards').select('reportFileId').where('id', '=', awardId).executeTakeFirst()
  return award?.reportFileId ?? null
}
