import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Takes a seat out of the lab; who sat there has none then. */
export async function removeSeat(
  db: Kysely<Database>,
  { eventId, seatId, accountId, now }: { eventId: string; seatId: string; accountId: string; now: Instant },
): Promise<Result<void>> {
  return await transact(db, async (db) => {
    const seat = await db
      .selectFrom('labSeats')
      .select(['label', 'trackId', 'registrationId'])
      .where('id', '=', seatId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!seat) throw new Refused({ code: 'gone' })
    const { numDeletedRows } = await db.deleteFrom('labSeats').where('id', '=', seatId).executeTakeFirst()
    if (numDeletedRows === 0n) throw new Refused({ code: 'gone' })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'lab.seat-removed',
        objectKind: 'lab-seat',
        objectId: seatId,
        eventId,
        before: seat,
      },
    ])
  })
}
