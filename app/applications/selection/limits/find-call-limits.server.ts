import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The limits of a call as they are stored. */
export async function findCallLimits(db: Kysely<Database>, callId: string): Promise<string> {
  const { limits } = await db.selectFrom('calls').select('limits').where('id', '=', callId).executeTakeFirstOrThrow()
  return limits
}
