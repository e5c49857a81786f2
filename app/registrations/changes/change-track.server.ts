import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * Puts a seat into another track of its event (`null`: into none), only while it is in the one that was seen. Whether
 * its ticket allows that is the caller's to know. Inside a transaction.
 * @throws Refused `seat-gone`
 */
export async function changeTrack(
  db: Kysely<Database>,
  input: {
    registrationId: string
    eventId: string
    from: string | null
    to: string | null
    now: Instant
    actor: Actor
  },
): Promise<void> {
  const { registrationId, eventId, from, to, now, actor } = input
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ trackId: to, updatedAt: now })
    .where('id', '=', registrationId)
    .where('state', 'in', ['held', 'confirmed'])
    .where((row) => (from === null ? row('trackId', 'is', null) : row('trackId', '=', from)))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ code: 'seat-gone' as const })
  await recordAudit(db, now, [
    {
      actor,
      action: 'registration.track-changed',
      objectKind: 'registration',
      objectId: registrationId,
      eventId,
      before: { trackId: from },
      after: { trackId: to },
    },
  ])
}
