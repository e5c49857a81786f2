import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Lets go of the texts whose event or session is no more; of the others there is one in each language. */
export async function forgetCalendarTexts(db: Kysely<Database>): Promise<{ forgotten: number }> {
  const result = await db
    .deleteFrom('calendarTexts')
    .where('ownerId', 'not in', (eb) => eb.selectFrom('events').select('events.id'))
    .where('ownerId', 'not in', (eb) => eb.selectFrom('sessions').select('sessions.id'))
    .executeTakeFirst()
  return { forgotten: Number(result.numDeletedRows) }
}
