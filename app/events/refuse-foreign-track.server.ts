import type { Kysely } from 'kysely'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** @throws Refused `unknown-track` at `trackId` when the event has no such track; no track at all is fine. */
export async function refuseForeignTrack(
  db: Kysely<Database>,
  eventId: string,
  trackId: string | null | undefined,
): Promise<void> {
  if (trackId == null) return
  const track = await db
    .selectFrom('tracks')
    .select('id')
    .where('id', '=', trackId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!track) throw new Refused({ code: 'unknown-track' as const, field: 'trackId' })
}
