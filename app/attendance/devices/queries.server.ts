import { type Kysely, sql } from 'kysely'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Shown at once; an event has a handful. */
const DEVICES_PAGE = 50

export interface Device {
  id: string
  name: string
  /** Who opened it. */
  openedBy: string
  openedAt: Instant
  lastSeenAt: Instant
  endedAt: Instant | null
  marks: number
}

interface Asked {
  eventId: string
  /** Whose devices; null for everybody's. */
  accountId: string | null
}

/** A page of the devices of an event, the newest first. */
export async function listDevices(
  db: Kysely<Database>,
  { page, ...asked }: Asked & { page: number },
): Promise<{ devices: Device[]; count: number; size: number }> {
  const { count } = await of(db, asked)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const rows = await shown(db, asked)
    .orderBy('attendanceDevices.openedAt', 'desc')
    .orderBy('attendanceDevices.id', 'desc')
    .limit(DEVICES_PAGE)
    .offset((page - 1) * DEVICES_PAGE)
    .execute()
  return {
    devices: rows.map((row) => ({ ...row, marks: Number(row.marks) })),
    count: Number(count),
    size: DEVICES_PAGE,
  }
}

/** A device of the event, if it is the asker's to see. */
export async function findDevice(
  db: Kysely<Database>,
  { deviceId, ...asked }: Asked & { deviceId: string },
): Promise<Device | undefined> {
  const row = await shown(db, asked).where('attendanceDevices.id', '=', deviceId).executeTakeFirst()
  return row && { ...row, marks: Number(row.marks) }
}

/** Whether a device was ended, by its id alone, which nobody else knows. */
export async function wasEnded(db: Kysely<Database>, deviceId: string): Promise<boolean> {
  const query = db.selectFrom('attendanceDevices').select('id').where('id', '=', deviceId)
  return (await query.where('endedAt', 'is not', null).executeTakeFirst()) !== undefined
}

/** Notes that a device was heard from, for the first time or again. Null when there is none, or not the account's. */
export async function hearDevice(
  db: Kysely<Database>,
  { eventId, accountId, deviceId, now }: Asked & { deviceId: string; now: Instant },
): Promise<{ isEnded: boolean; isFirst: boolean } | null> {
  const device = await of(db, { eventId, accountId })
    .select(['attendanceDevices.endedAt', 'attendanceDevices.openedAt', 'attendanceDevices.lastSeenAt'])
    .where('attendanceDevices.id', '=', deviceId)
    .executeTakeFirst()
  if (!device) return null
  // Later than its opening in any case, or its first hearing would be its first twice.
  const lastSeenAt = now > device.openedAt ? now : addSeconds(device.openedAt, 0.001)
  await db.updateTable('attendanceDevices').set({ lastSeenAt }).where('id', '=', deviceId).execute()
  return { isEnded: device.endedAt !== null, isFirst: device.lastSeenAt === device.openedAt }
}

function of(db: Kysely<Database>, { eventId, accountId }: Asked) {
  return db
    .selectFrom('attendanceDevices')
    .where('attendanceDevices.eventId', '=', eventId)
    .$if(accountId !== null, (query) => query.where('attendanceDevices.accountId', '=', accountId!))
}

function shown(db: Kysely<Database>, asked: Asked) {
  return of(db, asked)
    .innerJoin('accounts', 'accounts.id', 'attendanceDevices.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select([
      'attendanceDevices.id',
      'attendanceDevices.name',
      'people.fullName as openedBy',
      'attendanceDevices.openedAt',
      'attendanceDevices.lastSeenAt',
      'attendanceDevices.endedAt',
      sql<number>`(select count(*) from attendance_marks where attendance_marks.event_id = attendance_devices.event_id
        and attendance_marks.device_id = attendance_devices.id)`.as('marks'),
    ])
}
