import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Gives a device nothing more: it wipes its list when it next hears from us. What it still sends is taken. */
export async function endDevice(
  db: Kysely<Database>,
  { eventId, deviceId, accountId, now }: { eventId: string; deviceId: string; accountId: string; now: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('attendanceDevices')
      .set({ endedAt: now })
      .where('id', '=', deviceId)
      .where('eventId', '=', eventId)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'attendance-device.ended',
        eventId,
        objectKind: 'attendance-device',
        objectId: deviceId,
      },
    ])
  })
}
