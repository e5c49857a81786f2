import type { Kysely } from 'kysely'
import { openDevice } from '../devices/open-device.server.ts'
import type { MarkSource, NewMark } from '../new-mark.ts'
import { readPlan, savePlan } from '../overview/save-plan.server.ts'
import { recordMarks } from '../record-marks.server.ts'
import type { AttendanceUnit } from '../slot.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** What one person marked in one go. */
interface SampleMarks {
  accountId: string
  source: MarkSource
  desk?: string
  /** On a telephone of that name. */
  device?: string
  marks: Omit<NewMark, 'id'>[]
}

/** Takes the attendance of a sample, as it would have been taken then; again without effect. */
export async function markSampleCourse(
  db: Kysely<Database>,
  { event, taken }: { event: { id: string; seriesId: string }; taken: SampleMarks[] },
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const known = await db.selectFrom('attendanceMarks').select('id').where('eventId', '=', event.id).limit(1).execute()
    if (known.length > 0) return
    const devices = new Map<string, string>()
    for (const { device, marks, ...lot } of taken) {
      const now = marks
        .map(({ at }) => at)
        .toSorted()
        .at(-1)
      if (now === undefined) continue
      if (device && !devices.has(device)) {
        const opened = await openDevice(db, { eventId: event.id, accountId: lot.accountId, name: device, now })
        if (!opened.ok) throw new Refused(...opened.refusals)
        devices.set(device, opened.value.deviceId)
      }
      await recordMarks(db, {
        ...lot,
        event,
        trackIds: 'all',
        deviceId: device ? devices.get(device)! : null,
        marks: marks.map((mark) => ({ ...mark, id: newId(mark.at) })),
        now,
      })
    }
  })
}

/** Says what is marked at a sample, unless somebody has chosen already. */
export async function planSampleAttendance(
  db: Kysely<Database>,
  wanted: { eventId: string; unit: AttendanceUnit; accountId: string; now: Instant },
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const { version } = await readPlan(db, wanted.eventId)
    if (version === 0) await savePlan(db, { ...wanted, version })
  })
}
