import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The code of what somebody is to be admitted to: by the decision, else the first wish. */
export async function choiceCodeOf(db: Kysely<Database>, applicationId: string): Promise<string | null> {
  const decided = await db
    .selectFrom('decisions')
    .innerJoin('callChoices', 'callChoices.id', 'decisions.choiceId')
    .select('callChoices.code')
    .where('decisions.applicationId', '=', applicationId)
    .executeTakeFirst()
  if (decided) return decided.code
  const wished = await db
    .selectFrom('applicationChoices')
    .innerJoin('callChoices', 'callChoices.id', 'applicationChoices.choiceId')
    .select('callChoices.code')
    .where('applicationChoices.applicationId', '=', applicationId)
    .orderBy('applicationChoices.wish')
    .limit(1)
    .executeTakeFirst()
  return wished?.code ?? null
}
