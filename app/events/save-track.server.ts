import type { Kysely } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import { lockEvent } from './lock-event.server.ts'
import { nextPosition } from './next-position.server.ts'
import { noteRoom } from './note-room.server.ts'
import { seenTrack, type TrackForm } from './track-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveTrack {
  eventId: string
  /** Null for a new one. */
  trackId: string | null
  form: TrackForm
  now: Instant
  actor: Actor
}

/**
 * Adds a track, or changes one, with its texts in one language. Refused as `stale` when somebody else saved that since
 * the form was opened. A room that is new becomes one of the event's rooms.
 */
export async function saveTrack(
  db: Kysely<Database>,
  { eventId, trackId, form, now, actor }: SaveTrack,
): Promise<Result<{ id: string }, 'code-taken' | 'gone' | 'stale' | 'busy'>> {
  return await transact<{ id: string }, 'code-taken' | 'gone' | 'stale'>(db, async (db) => {
    await lockEvent(db, eventId)
    await refuseCode(db, eventId, trackId, form.code)
    const columns = { code: form.code, language: form.language, level: form.level ?? null, room: form.room || null }
    const id = trackId ?? newId(now)
    await noteRoom(db, { eventId, name: columns.room, now })
    if (trackId === null) {
      await db
        .insertInto('tracks')
        .values({ id, eventId, position: await nextPosition(db, 'tracks', eventId), ...columns })
        .execute()
    } else {
      await refuseUnseen(db, { eventId, trackId, form })
      await db.updateTable('tracks').set(columns).where('id', '=', trackId).execute()
    }
    const texts = { title: form.title, summary: form.summary, prerequisites: form.prerequisites }
    await db.deleteFrom('trackTexts').where('trackId', '=', id).where('language', '=', form.textLanguage).execute()
    await db
      .insertInto('trackTexts')
      .values({ trackId: id, language: form.textLanguage, ...texts })
      .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: trackId === null ? 'track.added' : 'track.changed',
        objectKind: 'track',
        objectId: id,
        eventId,
        after: { ...columns, title: form.title, textLanguage: form.textLanguage },
      },
    ])
    await eventChanged(db, eventId, now)
    return { id }
  })
}

async function refuseUnseen(
  db: Kysely<Database>,
  { eventId, trackId, form }: { eventId: string; trackId: string; form: TrackForm },
) {
  const known = await db
    .selectFrom('tracks')
    .select(['code', 'language', 'level', 'room'])
    .where('id', '=', trackId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!known) throw new Refused({ code: 'gone' as const })
  const text = await db
    .selectFrom('trackTexts')
    .select(['title', 'summary', 'prerequisites'])
    .where('trackId', '=', trackId)
    .where('language', '=', form.textLanguage)
    .executeTakeFirst()
  if (form.seen !== seenTrack(known, text)) throw new Refused({ code: 'stale' as const })
}

async function refuseCode(db: Kysely<Database>, eventId: string, trackId: string | null, code: string) {
  const other = await db
    .selectFrom('tracks')
    .select('id')
    .where('eventId', '=', eventId)
    .where('code', '=', code)
    .where('id', '!=', trackId ?? '')
    .executeTakeFirst()
  if (other) throw new Refused({ code: 'code-taken' as const, field: 'code', details: { code } })
}
