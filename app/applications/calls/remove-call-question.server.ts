import type { Kysely } from 'kysely'
import { changeCall, type CallChange } from './change-call.server.ts'
import { listCallQuestions } from './list-call-questions.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Removes a question; one that was answered is retired instead: no longer asked, its answers kept. */
export async function removeCallQuestion(
  db: Kysely<Database>,
  { questionId, ...change }: CallChange & { questionId: string },
): Promise<Result<{ isRetired: boolean }, 'gone' | 'question-needed' | 'busy'>> {
  return await changeCall<{ isRetired: boolean }, 'gone' | 'question-needed'>(db, change, async (db, call) => {
    const all = await listCallQuestions(db, call.id, 'en')
    const question = all.find(({ id }) => id === questionId)
    if (!question) throw new Refused({ code: 'gone' as const })
    if (all.some((one) => one.shownWhenQuestionId === questionId && one.isRetired === 0))
      throw new Refused({ code: 'question-needed' as const })
    const isRetired = question.isAnswered
    if (isRetired) await db.updateTable('callQuestions').set({ isRetired: 1 }).where('id', '=', questionId).execute()
    else await deleteQuestion(db, questionId)
    return {
      value: { isRetired },
      done: {
        action: isRetired ? 'call-question.retired' : 'call-question.removed',
        objectKind: 'call-question',
        objectId: questionId,
        before: { code: question.code },
      },
    }
  })
}

async function deleteQuestion(db: Kysely<Database>, questionId: string): Promise<void> {
  await db
    .updateTable('callQuestions')
    .set({ shownWhenQuestionId: null, shownWhenValue: null })
    .where('shownWhenQuestionId', '=', questionId)
    .execute()
  await db.deleteFrom('callQuestionChoices').where('questionId', '=', questionId).execute()
  await db.deleteFrom('callQuestionTexts').where('questionId', '=', questionId).execute()
  await db.deleteFrom('callQuestions').where('id', '=', questionId).execute()
}
