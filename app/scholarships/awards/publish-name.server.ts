import type { Kysely } from 'kysely'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { flag } from '#app/values/flag.ts'
import type { Database } from '#db/schema.ts'

/** Whether an applicant said in the form that the name may be published. */
export async function agreesToPublish(db: Kysely<Database>, applicationId: string): Promise<boolean> {
  const answer = await db
    .selectFrom('applicationAnswers as answer')
    .innerJoin('callQuestions as question', 'question.id', 'answer.questionId')
    .select('answer.value')
    .where('answer.applicationId', '=', applicationId)
    .where('question.meaning', '=', 'publish-name')
    .where('answer.erasedAt', 'is', null)
    .executeTakeFirst()
  return answer?.value === 'yes'
}

/** Puts a name on the public list of awards, or takes it off. In the caller's transaction. */
export async function publishName(
  db: Kysely<Database>,
  { awardId, eventId, isPublic, now }: { awardId: string; eventId: string; isPublic: boolean; now: Instant },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('awards')
    .set({ isPublic: flag(isPublic) })
    .where('id', '=', awardId)
    .where('isPublic', '=', flag(!isPublic))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await eventChanged(db, eventId, now)
}
