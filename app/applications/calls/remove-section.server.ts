import type { Kysely } from 'kysely'
import { changeCall, type CallChange } from './change-call.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Removes a page of the form that has no questions, not even such as are no longer asked. */
export async function removeSection(
  db: Kysely<Database>,
  { sectionId, ...change }: CallChange & { sectionId: string },
): Promise<Result<null, 'gone' | 'section-full' | 'busy'>> {
  return await changeCall<null, 'gone' | 'section-full'>(db, change, async (db, call) => {
    const section = await db
      .selectFrom('callSections')
      .select('code')
      .where('id', '=', sectionId)
      .where('callId', '=', call.id)
      .executeTakeFirst()
    if (!section) throw new Refused({ code: 'gone' as const })
    const question = await db
      .selectFrom('callQuestions')
      .select('id')
      .where('sectionId', '=', sectionId)
      .limit(1)
      .executeTakeFirst()
    if (question) throw new Refused({ code: 'section-full' as const })
    await db.deleteFrom('callSectionTexts').where('sectionId', '=', sectionId).execute()
    await db.deleteFrom('callSections').where('id', '=', sectionId).execute()
    return {
      value: null,
      done: {
        action: 'call-section.removed',
        objectKind: 'call-section',
        objectId: sectionId,
        before: { code: section.code },
      },
    }
  })
}
