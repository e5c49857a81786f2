import type { Kysely } from 'kysely'
import { parseOptions } from './question-options.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** One question of an event with its words in the reader's language; null when there is none. */
export async function findQuestion(
  db: Kysely<Database>,
  { eventId, questionId, language }: { eventId: string; questionId: string; language: string },
) {
  const question = await db
    .selectFrom('questions')
    .select(['id', 'code', 'kind', 'audience', 'version', 'eraseOn', 'purpose', 'meaning'])
    .where('id', '=', questionId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!question) return null
  const texts = await db.selectFrom('questionTexts').selectAll().where('questionId', '=', questionId).execute()
  const text = inLanguage(texts, language)
  return {
    ...question,
    label: text?.label ?? question.code,
    textLanguage: text?.language ?? language,
    options: parseOptions(text?.options ?? ''),
  }
}

export type FoundQuestion = NonNullable<Awaited<ReturnType<typeof findQuestion>>>
