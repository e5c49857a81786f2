import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * An organizer gives a held seat, with its add-ons, another time until which it waits for its money; only while it is
 * as it was seen. Inside a transaction.
 * @throws Refused `seat-gone`
 */
export async function moveHold(
  db: Kysely<Database>,
  input: { registrationId: string; eventId: string; from: Instant; to: Instant; now: Instant; actor: Actor },
): Promise<void> {
  const { registrationId, eventId, from, to, now, actor } = input
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ heldUntil: to, updatedAt: now })
    .where('id', '=', registrationId)
    .where('state', '=', 'held')
    .where('heldUntil', '=', from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ code: 'seat-gone' as const })
  await db
    .updateTable('registrations')
    .set({ heldUntil: to, updatedAt: now })
    .where('mainRegistrationId', '=', registrationId)
    .where('state', '=', 'held')
    .execute()
  await recordAudit(db, now, [
    {
      actor,
      action: 'registration.hold-moved',
      objectKind: 'registration',
      objectId: registrationId,
      eventId,
      before: { heldUntil: from },
      after: { heldUntil: to },
    },
  ])
}
