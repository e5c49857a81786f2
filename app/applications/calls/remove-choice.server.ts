import type { Kysely } from 'kysely'
import { changeCall, type CallChange } from './change-call.server.ts'
import { isWished } from './save-choice.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export type RemoveChoiceRefusal = 'gone' | 'choice-wished' | 'choice-asked'

/** Removes what nobody wished for yet, and of which no question is asked alone; otherwise it is closed instead. */
export async function removeChoice(
  db: Kysely<Database>,
  { choiceId, ...change }: CallChange & { choiceId: string },
): Promise<Result<null, RemoveChoiceRefusal | 'busy'>> {
  return await changeCall<null, RemoveChoiceRefusal>(db, change, async (db, call) => {
    const choice = await db
      .selectFrom('callChoices')
      .select(['id', 'code'])
      .where('id', '=', choiceId)
      .where('callId', '=', call.id)
      .executeTakeFirst()
    if (!choice) throw new Refused({ code: 'gone' as const })
    if (await isWished(db, choiceId)) throw new Refused({ code: 'choice-wished' as const })
    await refuseLonely(db, choiceId)
    await db.deleteFrom('callQuestionChoices').where('choiceId', '=', choiceId).execute()
    await db.deleteFrom('awardPackageTickets').where('choiceId', '=', choiceId).execute()
    await db.deleteFrom('callChoiceTexts').where('choiceId', '=', choiceId).execute()
    await db.deleteFrom('callChoices').where('id', '=', choiceId).execute()
    return {
      value: null,
      done: {
        action: 'call-choice.removed',
        objectKind: 'call-choice',
        objectId: choiceId,
        before: { code: choice.code },
      },
    }
  })
}

/** A question that is asked of those of this choice alone would be asked of everybody without it. */
async function refuseLonely(db: Kysely<Database>, choiceId: string): Promise<void> {
  const own = await db
    .selectFrom('callQuestionChoices')
    .select('questionId')
    .where('choiceId', '=', choiceId)
    .where('questionId', 'not in', (others) =>
      others.selectFrom('callQuestionChoices').select('questionId').where('choiceId', '!=', choiceId),
    )
    .limit(1)
    .executeTakeFirst()
  if (own) throw new Refused({ code: 'choice-asked' as const })
}
