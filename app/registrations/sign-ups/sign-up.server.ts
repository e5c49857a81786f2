import { type Kysely, sql } from 'kysely'
import { confirmedSeat } from './confirmed-seat.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type SignUpRefusal = 'seat-gone' | 'session-gone' | 'session-over' | 'session-full' | 'session-overlaps'

export interface SignUp {
  registrationId: string
  sessionId: string
  now: Instant
  actor: Actor
}

/**
 * Takes a place in a session for the holder of a confirmed seat; who has one keeps it. The last place is given once,
 * however many ask: one guarded update counts. Nobody is in two sessions at a time.
 */
export async function signUp(
  db: Kysely<Database>,
  { registrationId, sessionId, now, actor }: SignUp,
): Promise<Result<null, SignUpRefusal | 'busy'>> {
  return await transact<null, SignUpRefusal>(db, async (db) => {
    // With the seat locked, nobody else signs it up or ends it; then the session, before the row that refers to it.
    const seat = await confirmedSeat(db, registrationId)
    if (!seat) throw new Refused({ code: 'seat-gone' as const })
    const { eventId } = seat
    const session = await openSession(db, { sessionId, eventId, trackId: seat.trackId })
    if (!session) throw new Refused({ code: 'session-gone' as const })
    const taken = await takenBy(db, registrationId)
    if (taken.some(({ id }) => id === sessionId)) return null
    if (session.startsAt <= now) throw new Refused({ code: 'session-over' as const })
    const other = taken.find(({ startsAt, endsAt }) => startsAt < session.endsAt && session.startsAt < endsAt)
    if (other) throw new Refused({ code: 'session-overlaps' as const, details: { title: other.title } })
    const { numUpdatedRows } = await db
      .updateTable('sessions')
      .set({ signedUp: sql`signed_up + 1` })
      .where('id', '=', sessionId)
      .where('takesSignUps', '=', 1)
      .where((row) => row.or([row('capacity', 'is', null), row('signedUp', '<', row.ref('capacity'))]))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'session-full' as const })
    await db.insertInto('sessionSignUps').values({ sessionId, registrationId, signedUpAt: now }).execute()
    const object = { objectKind: 'registration', objectId: registrationId, eventId }
    await recordAudit(db, now, [{ actor, action: 'registration.signed-up', ...object, after: { sessionId } }])
    await bumpContentVersion(db)
    return null
  })
}

/** A session of that event that takes sign-ups, for everybody or for the track of the seat. */
async function openSession(
  db: Kysely<Database>,
  { sessionId, eventId, trackId }: { sessionId: string; eventId: string; trackId: string | null },
) {
  return await db
    .selectFrom('sessions')
    .select(['startsAt', 'endsAt'])
    .where('id', '=', sessionId)
    .where('eventId', '=', eventId)
    .where('takesSignUps', '=', 1)
    .where('isPublic', '=', 1)
    .$if(trackId !== null, (query) =>
      query.where((row) => row.or([row('trackId', 'is', null), row('trackId', '=', trackId!)])),
    )
    .executeTakeFirst()
}

async function takenBy(db: Kysely<Database>, registrationId: string) {
  return await db
    .selectFrom('sessionSignUps')
    .innerJoin('sessions', 'sessions.id', 'sessionSignUps.sessionId')
    .select(['sessions.id', 'sessions.title', 'sessions.startsAt', 'sessions.endsAt'])
    .where('sessionSignUps.registrationId', '=', registrationId)
    .execute()
}
