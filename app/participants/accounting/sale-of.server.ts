import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What decides of an event whether anything of it can be bought. */
export async function saleOf(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('events')
    .select(['status', 'postponedAt', 'admission', 'startsAt', 'endsAt', 'currency'])
    .where('id', '=', eventId)
    .executeTakeFirst()
}
