import type { Kysely } from 'kysely'
import type { AttendanceUnit } from '../slot.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface AttendancePlan {
  unit: AttendanceUnit
  /** 0 while nobody has chosen. */
  version: number
}

/** What is marked at an event; half-days unless somebody chose. */
export async function readPlan(db: Kysely<Database>, eventId: string): Promise<AttendancePlan> {
  const found = await db
    .selectFrom('attendancePlans')
    .select(['unit', 'version'])
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  return found ?? { unit: 'half-day', version: 0 }
}

interface SavePlan {
  eventId: string
  unit: AttendanceUnit
  /** As it was when the form was shown. */
  version: number
  accountId: string
  now: Instant
}

/** Chooses what is marked. Marks of other kinds stay, and count again once that kind is chosen. Refused: `stale`. */
export async function savePlan(
  db: Kysely<Database>,
  { eventId, unit, version, accountId, now }: SavePlan,
): Promise<Result<void, 'stale' | 'busy'>> {
  return await transact<void, 'stale'>(db, async (db) => {
    const row = { unit, version: version + 1, updatedAt: now }
    const written =
      version === 0
        ? (
            await db
              .insertInto('attendancePlans')
              .ignore()
              .values({ eventId, ...row })
              .executeTakeFirst()
          ).numInsertedOrUpdatedRows
        : (
            await db
              .updateTable('attendancePlans')
              .set(row)
              .where('eventId', '=', eventId)
              .where('version', '=', version)
              .executeTakeFirst()
          ).numUpdatedRows
    if (Number(written) === 0) throw new Refused<'stale'>({ code: 'stale' })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'attendance-plan.saved',
        objectKind: 'attendance-plan',
        objectId: eventId,
        eventId,
        after: { unit },
      },
    ])
  })
}
