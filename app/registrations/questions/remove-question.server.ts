import type { Kysely } from 'kysely'
import { isAnswered } from './save-question.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Removes a question; one that was answered is retired instead: no longer asked, its answers kept. */
export async function removeQuestion(
  db: Kysely<Database>,
  { eventId, questionId, now, actor }: { eventId: string; questionId: string; now: Instant; actor: Actor },
): Promise<Result<{ isRetired: boolean }, 'gone' | 'question-needed' | 'busy'>> {
  return await transact<{ isRetired: boolean }, 'gone' | 'question-needed'>(db, async (db) => {
    const question = await db
      .selectFrom('questions')
      .select('code')
      .where('id', '=', questionId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!question) throw new Refused({ code: 'gone' as const })
    const hanging = await db
      .selectFrom('questions')
      .select('id')
      .where('shownWhenQuestionId', '=', questionId)
      .where('isRetired', '=', 0)
      .executeTakeFirst()
    if (hanging) throw new Refused({ code: 'question-needed' as const })
    const isRetired = await isAnswered(db, questionId)
    if (isRetired) {
      await db.updateTable('questions').set({ isRetired: 1 }).where('id', '=', questionId).execute()
    } else {
      await db
        .updateTable('questions')
        .set({ shownWhenQuestionId: null, shownWhenValue: null })
        .where('shownWhenQuestionId', '=', questionId)
        .execute()
      await db.deleteFrom('questionTicketTypes').where('questionId', '=', questionId).execute()
      await db.deleteFrom('questionTracks').where('questionId', '=', questionId).execute()
      await db.deleteFrom('questionTexts').where('questionId', '=', questionId).execute()
      await db.deleteFrom('questions').where('id', '=', questionId).execute()
    }
    await recordAudit(db, now, [
      {
        actor,
        action: isRetired ? 'question.retired' : 'question.removed',
        objectKind: 'question',
        objectId: questionId,
        eventId,
        before: { code: question.code },
      },
    ])
    await eventChanged(db, eventId, now)
    return { isRetired }
  })
}
