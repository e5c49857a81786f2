import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Frees all seats of a lab; the seats themselves stay. */
export async function clearSeats(
  db: Kysely<Database>,
  input: { eventId: string; trackId: string; accountId: string; now: Instant },
): Promise<Result<{ freed: number }>> {
  const { eventId, trackId, accountId, now } = input
  return await transact(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('labSeats')
      .set({ registrationId: null })
      .where('eventId', '=', eventId)
      .where('trackId', '=', trackId)
      .where('registrationId', 'is not', null)
      .executeTakeFirst()
    const freed = Number(numUpdatedRows)
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'lab.cleared',
        objectKind: 'lab',
        objectId: eventId,
        eventId,
        after: { trackId, freed },
      },
    ])
    return { freed }
  })
}
