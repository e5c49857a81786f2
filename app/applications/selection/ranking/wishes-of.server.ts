import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What applications wish for, by their ids: ids of choices, the first wish first. */
export async function wishesOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('applicationChoices')
    .select(['applicationId', 'choiceId'])
    .where('applicationId', 'in', [...ids, ''])
    .orderBy('wish')
    .execute()
  const wishes = Map.groupBy(rows, ({ applicationId }) => applicationId)
  return new Map([...wishes].map(([id, own]) => [id, own.map(({ choiceId }) => choiceId)]))
}

/** The ids of those who wish for one choice of a call; null stands for all, when none is named. */
export async function wishersOf(
  db: Kysely<Database>,
  { callId, choiceId }: { callId: string; choiceId: string | null },
): Promise<Set<string> | null> {
  if (choiceId === null) return null
  const rows = await db
    .selectFrom('applicationChoices as wish')
    .innerJoin('callChoices as choice', 'choice.id', 'wish.choiceId')
    .select('wish.applicationId')
    .where('wish.choiceId', '=', choiceId)
    .where('choice.callId', '=', callId)
    .execute()
  return new Set(rows.map(({ applicationId }) => applicationId))
}
