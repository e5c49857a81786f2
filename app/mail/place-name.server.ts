import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** An event or a series by its name in the reader's language, or in another; undefined when it has none. */
export async function placeName(
  db: Kysely<Database>,
  { scope, scopeId }: { scope: 'event' | 'series'; scopeId: string },
  language: string,
): Promise<string | undefined> {
  const texts =
    scope === 'event'
      ? await db
          .selectFrom('eventTexts')
          .select(['language', 'title as name'])
          .where('eventId', '=', scopeId)
          .orderBy('language')
          .execute()
      : await db
          .selectFrom('seriesTexts')
          .select(['language', 'name'])
          .where('seriesId', '=', scopeId)
          .orderBy('language')
          .execute()
  return inLanguage(texts, language, 'en')?.name
}
