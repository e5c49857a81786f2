import type { Kysely } from 'kysely'
import type { CallQuestionForm } from './call-question-form.ts'
import { saveCallText } from './call-texts.server.ts'
import { jsonOfLists, optionsOf, type QuestionLists } from './question-lists.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import type { Database } from '#db/schema.ts'

/**
 * The words of a question in one language. The others list the same in the same order; what is not translated yet shows
 * the text just saved.
 */
export async function saveQuestionText(
  db: Kysely<Database>,
  { questionId, form, lists }: { questionId: string; form: CallQuestionForm; lists: QuestionLists },
): Promise<void> {
  const { textLanguage: language, label, help } = form
  const others = await db
    .selectFrom('callQuestionTexts')
    .select(['language', 'options'])
    .where('questionId', '=', questionId)
    .where('language', '!=', language)
    .execute()
  await saveCallText(db, 'callQuestionTexts', { questionId, language, label, help, options: jsonOfLists(lists) })
  for (const other of others) {
    const translated = optionsOf(other.options)
    const options = jsonOfLists({
      options: sameRows(lists.options, translated.options),
      rows: sameRows(lists.rows, translated.rows),
      levels: sameRows(lists.levels, translated.levels),
    })
    await db
      .updateTable('callQuestionTexts')
      .set({ options })
      .where('questionId', '=', questionId)
      .where('language', '=', other.language)
      .execute()
  }
}

function sameRows(saved: QuestionOption[], translated: QuestionOption[]): QuestionOption[] {
  return saved.map((row) => translated.find(({ value }) => value === row.value) ?? row)
}
