import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Moves answers and sign-ups of a registration to another that lacks them; what both have stays where it is. */
export async function moveBelongings(
  db: Kysely<Database>,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<{ answers: number; signUps: number }> {
  const answered = await db.selectFrom('answers').select('questionId').where('registrationId', '=', toId).execute()
  const answers = await db
    .updateTable('answers')
    .set({ registrationId: toId })
    .where('registrationId', '=', fromId)
    .where('questionId', 'not in', ['', ...answered.map(({ questionId }) => questionId)])
    .executeTakeFirst()
  const signedUp = await db
    .selectFrom('sessionSignUps')
    .select('sessionId')
    .where('registrationId', '=', toId)
    .execute()
  // The counters of the sessions stay: it is the same place.
  const signUps = await db
    .updateTable('sessionSignUps')
    .set({ registrationId: toId })
    .where('registrationId', '=', fromId)
    .where('sessionId', 'not in', ['', ...signedUp.map(({ sessionId }) => sessionId)])
    .executeTakeFirst()
  return { answers: Number(answers.numUpdatedRows), signUps: Number(signUps.numUpdatedRows) }
}
