import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Counts the places of reserve lists anew, from 1, in their order; of two at one place the one of `fresh` comes first,
 * for it was put there just now. `choiceIds`: '' is the list of a call without choices. The call is locked by the caller.
 */
export async function closeGaps(
  db: Kysely<Database>,
  { callId, choiceIds, fresh = new Set() }: { callId: string; choiceIds: string[]; fresh?: ReadonlySet<string> },
): Promise<void> {
  for (const choiceId of new Set(choiceIds)) {
    const list = await db
      .selectFrom('decisions')
      .select(['applicationId', 'place'])
      .where('callId', '=', callId)
      .where('kind', '=', 'reserve')
      .where('place', 'is not', null)
      .where((row) => (choiceId === '' ? row('choiceId', 'is', null) : row('choiceId', '=', choiceId)))
      .orderBy('place')
      .orderBy('applicationId')
      .execute()
    const isFresh = ({ applicationId }: { applicationId: string }) => Number(fresh.has(applicationId))
    const inOrder = list.toSorted((one, other) => one.place! - other.place! || isFresh(other) - isFresh(one))
    for (const [at, { applicationId, place }] of inOrder.entries())
      if (place !== at + 1)
        await db
          .updateTable('decisions')
          .set({ place: at + 1 })
          .where('applicationId', '=', applicationId)
          .execute()
  }
}
