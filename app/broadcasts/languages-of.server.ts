import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The language of an event, and those in which it has texts, its own first. */
export async function languagesOf(db: Kysely<Database>, eventId: string): Promise<{ own: string; all: string[] }> {
  const { language: own } = await db
    .selectFrom('events')
    .select('language')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const texts = await db
    .selectFrom('eventTexts')
    .select('language')
    .where('eventId', '=', eventId)
    .orderBy('language')
    .execute()
  return { own, all: [...new Set([own, ...texts.map(({ language }) => language)])] }
}
