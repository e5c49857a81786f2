import { type Kysely, sql } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const USES = ['registrations', 'ticketTypes', 'quotas', 'sessions', 'eventPeople', 'roles'] as const

/** Removes a track that nothing uses: no ticket, seat, session, registration, person or role. */
export async function removeTrack(
  db: Kysely<Database>,
  { eventId, trackId, now, actor }: { eventId: string; trackId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'track-used' | 'gone' | 'busy'>> {
  return await transact<void, 'track-used' | 'gone'>(db, async (db) => {
    const track = await db
      .selectFrom('tracks')
      .select('code')
      .where('id', '=', trackId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!track) throw new Refused({ code: 'gone' as const })
    if ((await trackUses(db, trackId)) > 0) throw new Refused({ code: 'track-used' as const })
    await db.deleteFrom('trackTexts').where('trackId', '=', trackId).execute()
    await db.deleteFrom('tracks').where('id', '=', trackId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'track.removed',
        objectKind: 'track',
        objectId: trackId,
        eventId,
        before: { code: track.code },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}

async function trackUses(db: Kysely<Database>, trackId: string): Promise<number> {
  let uses = 0
  for (const table of USES) {
    const { count } = await db
      .selectFrom(table)
      .select(sql<number>`count(*)`.as('count'))
      .where('trackId', '=', trackId)
      .executeTakeFirstOrThrow()
    uses += Number(count)
  }
  return uses
}
