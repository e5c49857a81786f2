import { type Kysely, sql } from 'kysely'
import { CONFLICTS_PAGE } from './conflicts-page.ts'
import { existingPage } from '#app/participants/paging.ts'
import type { Instant } from '#app/values/moment.ts'
import type { AttendanceConflictsTable, AttendanceState, Database } from '#db/schema.ts'

export interface Conflict extends Pick<AttendanceConflictsTable, 'id' | 'kind' | 'slot' | 'createdAt' | 'seenAt'> {
  registrationId: string
  fullName: string
  code: string
  state: AttendanceState
  at: Instant
  by: string | null
  where: string
  other: { state: AttendanceState; at: Instant; by: string | null; where: string } | null
  seenBy: string | null
}

/** What a person has to look at, or has looked at: the newest first. */
export async function listConflicts(
  db: Kysely<Database>,
  { eventId, isSeen, page: wanted }: { eventId: string; isSeen: boolean; page: number },
): Promise<{ conflicts: Conflict[]; total: number; page: number }> {
  const of = db
    .selectFrom('attendanceConflicts')
    .where('attendanceConflicts.eventId', '=', eventId)
    .where('attendanceConflicts.seenAt', isSeen ? 'is not' : 'is', null)
  const { count } = await of.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const total = Number(count)
  const page = existingPage(wanted, total, CONFLICTS_PAGE)
  const rows = await of
    .innerJoin('registrations', 'registrations.id', 'attendanceConflicts.registrationId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('attendanceMarks as mark', 'mark.id', 'attendanceConflicts.markId')
    .leftJoin('accounts', 'accounts.id', 'mark.accountId')
    .leftJoin('people as marker', 'marker.id', 'accounts.personId')
    .leftJoin('attendanceDevices as device', 'device.id', 'mark.deviceId')
    .leftJoin('attendanceMarks as other', 'other.id', 'attendanceConflicts.otherMarkId')
    .leftJoin('accounts as otherAccount', 'otherAccount.id', 'other.accountId')
    .leftJoin('people as otherMarker', 'otherMarker.id', 'otherAccount.personId')
    .leftJoin('attendanceDevices as otherDevice', 'otherDevice.id', 'other.deviceId')
    .leftJoin('accounts as seer', 'seer.id', 'attendanceConflicts.seenBy')
    .leftJoin('people as seenBy', 'seenBy.id', 'seer.personId')
    .select([
      'attendanceConflicts.id',
      'attendanceConflicts.kind',
      'attendanceConflicts.slot',
      'attendanceConflicts.createdAt',
      'attendanceConflicts.seenAt',
      'attendanceConflicts.registrationId',
      'people.fullName',
      'registrations.code',
      'mark.state',
      'mark.at',
      'mark.desk',
      'marker.fullName as by',
      'device.name as device',
      'other.state as otherState',
      'other.at as otherAt',
      'other.desk as otherDesk',
      'otherMarker.fullName as otherBy',
      'otherDevice.name as otherDevice',
      'seenBy.fullName as seenBy',
    ])
    .orderBy('attendanceConflicts.createdAt', 'desc')
    .orderBy('attendanceConflicts.id', 'desc')
    .limit(CONFLICTS_PAGE)
    .offset((page - 1) * CONFLICTS_PAGE)
    .execute()
  const conflicts = rows.map(({ device, desk, otherState, otherAt, otherBy, otherDevice, otherDesk, ...row }) => ({
    ...row,
    where: device ?? desk,
    other:
      otherState && otherAt
        ? { state: otherState, at: otherAt, by: otherBy, where: otherDevice ?? otherDesk ?? '' }
        : null,
  }))
  return { conflicts, total, page }
}
