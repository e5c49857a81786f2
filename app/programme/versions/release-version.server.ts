import type { Kysely } from 'kysely'
import { diffProgrammes } from './diff.ts'
import { loadSnapshot } from './load-snapshot.server.ts'
import { findContent } from './versions.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type ReleaseRefusal = 'programme-stale' | 'programme-empty' | 'version-same' | 'busy'

export interface ReleaseVersion {
  eventId: string
  note: string
  /** `seenOfProgramme` of the programme that was looked at. */
  seen: string
  now: Instant
  actor: Actor
}

/** What a programme and the versions before it are worth to whoever releases the next one. */
export function seenOfProgramme(number: number, snapshot: object): string {
  return seenOf([number, snapshot])
}

/**
 * Keeps the public programme as its next version, which its public page names. Nobody is told by it. Of two at once one
 * is refused, and so is what changed after it was looked at.
 */
export async function releaseVersion(
  db: Kysely<Database>,
  { eventId, note, seen, now, actor }: ReleaseVersion,
): Promise<Result<{ number: number }, ReleaseRefusal>> {
  return await transact<{ number: number }, ReleaseRefusal>(db, async (db) => {
    await lockEvent(db, eventId)
    const { programmeVersion } = await db
      .selectFrom('events')
      .select('programmeVersion')
      .where('id', '=', eventId)
      .executeTakeFirstOrThrow()
    const snapshot = await loadSnapshot(db, eventId)
    if (seenOfProgramme(programmeVersion, snapshot) !== seen) throw new Refused({ code: 'programme-stale' as const })
    const before = await findContent(db, eventId, programmeVersion)
    if (snapshot.sessions.length === 0 && before === null) throw new Refused({ code: 'programme-empty' as const })
    const changes = before === null ? null : diffProgrammes(before, snapshot)
    if (changes?.length === 0) throw new Refused({ code: 'version-same' as const })
    const number = programmeVersion + 1
    await db
      .insertInto('programmeVersions')
      .values({
        eventId,
        number,
        note,
        content: JSON.stringify(snapshot),
        releasedBy: actor.kind === 'account' ? actor.id : null,
        releasedAt: now,
      })
      .execute()
    await db.updateTable('events').set({ programmeVersion: number }).where('id', '=', eventId).execute()
    const after = { number, sessions: snapshot.sessions.length, changes: changes?.length ?? 0 }
    await recordAudit(db, now, [
      { actor, action: 'programme.released', objectKind: 'event', objectId: eventId, eventId, after },
    ])
    // Calendars show nothing of it; the public page does.
    await bumpContentVersion(db)
    return { number }
  })
}
