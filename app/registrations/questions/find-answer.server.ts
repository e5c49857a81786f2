import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What one person answered, as stored; null when nothing, or when it was erased. */
export async function findAnswer(
  db: Kysely<Database>,
  { questionId, registrationId }: { questionId: string; registrationId: string },
): Promise<string | null> {
  const answer = await db
    .selectFrom('answers')
    .select('value')
    .where('questionId', '=', questionId)
    .where('registrationId', '=', registrationId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  return answer?.value ?? null
}
