import { type Kysely, sql } from 'kysely'
import { findSession, type FoundSession } from './find-session.server.ts'
import { auditable, changedFacts, type SessionFact, sessionFacts } from './session-facts.ts'
import { type SessionColumns, sessionColumns, type SessionForm } from './session-form.ts'
import { writePeople } from './write-people.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { noteRoom } from '#app/events/note-room.server.ts'
import { refuseForeignTrack } from '#app/events/refuse-foreign-track.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveSession {
  eventId: string
  /** Null for a new one. */
  sessionId: string | null
  form: SessionForm
  now: Instant
  actor: Actor
}

export type SessionRefusal = 'stale' | 'gone' | 'unknown-track' | 'signed-up-more'

/**
 * Adds a session, or changes one. Refused as `stale` when somebody else changed it since the form was opened: nothing
 * is overwritten unseen. A room that is new becomes one of the event's rooms.
 */
export async function saveSession(
  db: Kysely<Database>,
  { eventId, sessionId, form, now, actor }: SaveSession,
): Promise<Result<{ id: string; changed: SessionFact[] }, SessionRefusal | 'busy'>> {
  return await transact<{ id: string; changed: SessionFact[] }, SessionRefusal>(db, async (db) => {
    await lockEvent(db, eventId)
    await refuseForeignTrack(db, eventId, form.trackId || null)
    const { zone } = await db.selectFrom('events').select('zone').where('id', '=', eventId).executeTakeFirstOrThrow()
    const columns = sessionColumns(form, zone)
    const wanted = sessionFacts(columns, form.people)
    const known = sessionId === null ? null : await findSession(db, { eventId, sessionId })
    if (sessionId !== null && !known) throw new Refused({ code: 'gone' as const })
    if (known && known.seen !== form.seen) throw new Refused({ code: 'stale' as const })
    const changed = known ? changedFacts(wanted, known.facts) : (Object.keys(wanted) as SessionFact[])
    if (known && changed.length === 0) return { id: known.session.id, changed }
    await noteRoom(db, { eventId, name: columns.room, now })
    const id = known ? await change(db, known, columns, now) : await add(db, eventId, columns, now)
    if (changed.includes('people')) await writePeople(db, { sessionIds: [id], people: form.people, now })
    await recordAudit(db, now, [
      {
        actor,
        action: known ? 'session.changed' : 'session.added',
        objectKind: 'session',
        objectId: id,
        eventId,
        ...(known && { before: auditable(known.facts, changed) }),
        after: { ...auditable(wanted, changed), people: form.people.length, ...(known && { changed }) },
      },
    ])
    await eventChanged(db, eventId, now)
    return { id, changed }
  })
}

async function add(db: Kysely<Database>, eventId: string, columns: SessionColumns, now: Instant): Promise<string> {
  const id = newId(now)
  await db
    .insertInto('sessions')
    .values({ id, eventId, ...columns, sequence: 0, updatedAt: now })
    .execute()
  return id
}

/** People sign up while it is changed: the number of those who have decides, at the moment of writing. */
async function change(
  db: Kysely<Database>,
  { session: { id } }: FoundSession,
  columns: SessionColumns,
  now: Instant,
): Promise<string> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ ...columns, version: sql`version + 1`, updatedAt: now })
    .where('id', '=', id)
    .$if(columns.capacity !== null, (query) => query.where('signedUp', '<=', columns.capacity!))
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return id
  const { signedUp } = await db.selectFrom('sessions').select('signedUp').where('id', '=', id).executeTakeFirstOrThrow()
  throw new Refused({ code: 'signed-up-more' as const, field: 'capacity', details: { count: signedUp } })
}
