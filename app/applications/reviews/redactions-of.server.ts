import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What of an application's files and letters reviewers may see: by the id of the file, or of the letter's referee. */
export async function redactionsOf(
  db: Kysely<Database>,
  applicationId: string,
): Promise<Map<string, { copyId: string | null }>> {
  const rows = await db
    .selectFrom('applicationRedactions')
    .select(['fileId', 'copyId', 'isClean'])
    .where('applicationId', '=', applicationId)
    .execute()
  return new Map(
    rows
      .filter(({ copyId, isClean }) => copyId !== null || isClean === 1)
      .map(({ fileId, copyId }) => [fileId, { copyId }]),
  )
}
