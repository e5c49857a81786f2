import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** What calls are called, in the reader's language where they are. */
export async function callTitles(
  db: Kysely<Database>,
  callIds: string[],
  language: string,
): Promise<Map<string, string>> {
  if (callIds.length === 0) return new Map()
  const texts = await db
    .selectFrom('callTexts')
    .select(['callId', 'language', 'title'])
    .where('callId', 'in', callIds)
    .execute()
  const byCall = Map.groupBy(texts, ({ callId }) => callId)
  return new Map([...byCall].map(([callId, own]) => [callId, inLanguage(own, language)?.title ?? '']))
}
