import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What a referee wrote, for the organizer who looks whether it names anybody. */
export async function letterText(db: Kysely<Database>, refereeId: string): Promise<string> {
  const row = await db.selectFrom('referees').select('letter').where('id', '=', refereeId).executeTakeFirst()
  return row?.letter ?? ''
}
