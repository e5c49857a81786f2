import type { Kysely } from 'kysely'
import { ensureRoster } from './ensure-roster.server.ts'
import { knownRoster, rosterList } from './roster-list.server.ts'
import { instructorsOf, tellOfFreeze } from './tell-instructors.server.ts'
import { writeEntries } from './write-entries.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface FreezeRoster {
  eventId: string
  now: Instant
  actor: Actor
}

/**
 * Writes down who is on the list now and tells those who teach. It happens once, however many processes try: whoever
 * comes second is refused as `roster-frozen`.
 */
export async function freezeRoster(
  db: Kysely<Database>,
  { eventId, now, actor }: FreezeRoster,
): Promise<Result<{ count: number }, 'roster-frozen' | 'gone' | 'busy'>> {
  return await transact<{ count: number }, 'roster-frozen' | 'gone'>(db, async (db) => {
    const event = await db
      .selectFrom('events')
      .select(['id', 'seriesId', 'language'])
      .where('id', '=', eventId)
      .where('status', '=', 'published')
      .where('isTemplate', '=', 0)
      .executeTakeFirst()
    if (!event) throw new Refused({ code: 'gone' as const })
    await ensureRoster(db, eventId, now)
    const claimed = await db
      .updateTable('rosters')
      .set((row) => ({ frozenAt: now, frozenBy: actor.id ?? null, version: row('version', '+', 1), updatedAt: now }))
      .where('eventId', '=', eventId)
      .where('frozenAt', 'is', null)
      .executeTakeFirst()
    if (claimed.numUpdatedRows === 0n) throw new Refused({ code: 'roster-frozen' as const })
    const [list, known] = [await rosterList(db, eventId), await knownRoster(db, { eventId, frozenAt: now })]
    const entries = [...list].map(([registrationId, trackId]) => {
      const step = (known.get(registrationId)?.step ?? 0) + 1
      return { registrationId, trackId, fromTrackId: '', kind: 'frozen' as const, step }
    })
    await writeEntries(db, { eventId, entries, now })
    await tellOfFreeze(db, { event, instructors: await instructorsOf(db, event), now })
    await recordAudit(db, now, [
      { actor, action: 'roster.frozen', objectKind: 'roster', objectId: eventId, eventId, after: { count: list.size } },
    ])
    return { count: list.size }
  })
}
