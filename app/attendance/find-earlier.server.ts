import type { Kysely } from 'kysely'
import { placeOf } from './apply-states.server.ts'
import type { MarkOutcome, NewMark } from './new-mark.ts'
import type { Database } from '#db/schema.ts'

/** What is in force of a person and slot, and by which mark. */
export interface Earlier {
  markId: string
  shown: NonNullable<MarkOutcome['earlier']>
}

/** What is in force where these marks are for. One query. */
export async function findEarlier(db: Kysely<Database>, marks: NewMark[]): Promise<Map<string, Earlier>> {
  if (marks.length === 0) return new Map()
  const rows = await db
    .selectFrom('attendanceStates')
    .innerJoin('attendanceMarks', 'attendanceMarks.id', 'attendanceStates.markId')
    .leftJoin('attendanceDevices', 'attendanceDevices.id', 'attendanceMarks.deviceId')
    .select([
      'attendanceStates.registrationId',
      'attendanceStates.slot',
      'attendanceStates.state',
      'attendanceStates.at',
      'attendanceStates.markId',
      'attendanceMarks.accountId',
      'attendanceMarks.desk',
      'attendanceDevices.name',
    ])
    .where('attendanceStates.registrationId', 'in', [...new Set(marks.map(({ registrationId }) => registrationId))])
    .where('attendanceStates.slot', 'in', [...new Set(marks.map(({ slot }) => slot))])
    .execute()
  return new Map(
    rows.map(({ markId, state, at, accountId, desk, name, ...row }) => [
      placeOf(row),
      { markId, shown: { state, at, accountId, deviceName: name ?? desk } },
    ]),
  )
}
