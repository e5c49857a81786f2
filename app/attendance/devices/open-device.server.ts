import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { cleanLine } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const LONGEST_NAME = 60

/** How many browsers one person may have in use at an event. */
const MOST_DEVICES = 30

/** Makes a browser a device of the event, under a name that its people know it by. Refused: `device-name`, `too-many-devices`. */
export async function openDevice(
  db: Kysely<Database>,
  { eventId, accountId, name, now }: { eventId: string; accountId: string; name: string; now: Instant },
): Promise<Result<{ deviceId: string }, 'device-name' | 'too-many-devices' | 'busy'>> {
  return await transact<{ deviceId: string }, 'device-name' | 'too-many-devices'>(db, async (db) => {
    const called = cleanLine(name).slice(0, LONGEST_NAME)
    if (called === '') throw new Refused<'device-name'>({ code: 'device-name', field: 'name' })
    const id = newId(now)
    await db
      .insertInto('attendanceDevices')
      .values({ id, eventId, accountId, name: called, openedAt: now, lastSeenAt: now, endedAt: null })
      .execute()
    const own = await db
      .selectFrom('attendanceDevices')
      .select('id')
      .where('eventId', '=', eventId)
      .where('accountId', '=', accountId)
      .where('endedAt', 'is', null)
      .limit(MOST_DEVICES + 1)
      .execute()
    if (own.length > MOST_DEVICES) throw new Refused<'too-many-devices'>({ code: 'too-many-devices' })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'attendance-device.opened',
        eventId,
        objectKind: 'attendance-device',
        objectId: id,
      },
    ])
    return { deviceId: id }
  })
}
