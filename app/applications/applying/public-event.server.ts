import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The id of an event that the public knows of; null for a draft, and where there is none. */
export async function publicEventId(db: Kysely<Database>, slug: string): Promise<string | null> {
  const event = await db
    .selectFrom('events')
    .select('id')
    .where('slug', '=', slug)
    .where('status', '<>', 'draft')
    .executeTakeFirst()
  return event?.id ?? null
}
