import { type Kysely, sql } from 'kysely'
import type { SignUp } from './sign-up.server.ts'
import { confirmedSeat } from './confirmed-seat.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Gives a place in a session back; who has none has what they wanted. */
export async function leaveSession(
  db: Kysely<Database>,
  { registrationId, sessionId, now, actor }: SignUp,
): Promise<Result<null, 'seat-gone' | 'busy'>> {
  return await transact<null, 'seat-gone'>(db, async (db) => {
    const seat = await confirmedSeat(db, registrationId)
    if (!seat) throw new Refused({ code: 'seat-gone' as const })
    const { numDeletedRows } = await db
      .deleteFrom('sessionSignUps')
      .where('sessionId', '=', sessionId)
      .where('registrationId', '=', registrationId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return null
    await db
      .updateTable('sessions')
      .set({ signedUp: sql`signed_up - 1` })
      .where('id', '=', sessionId)
      .execute()
    const object = { objectKind: 'registration', objectId: registrationId, eventId: seat.eventId }
    await recordAudit(db, now, [{ actor, action: 'registration.left-session', ...object, before: { sessionId } }])
    await bumpContentVersion(db)
    return null
  })
}
