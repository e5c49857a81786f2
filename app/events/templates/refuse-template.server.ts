import type { Kysely } from 'kysely'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** A template is never shown to the public, by whatever way. @throws `is-template` */
export async function refuseTemplate(db: Kysely<Database>, eventId: string): Promise<void> {
  const event = await db.selectFrom('events').select('isTemplate').where('id', '=', eventId).executeTakeFirst()
  if (event?.isTemplate === 1) throw new Refused({ code: 'is-template' as const })
}
