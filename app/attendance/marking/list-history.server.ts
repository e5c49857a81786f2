import type { Kysely } from 'kysely'
import { PEOPLE_PAGE } from '#app/participants/paging.ts'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import type { Cursor } from '#app/values/cursor.ts'
import type { Instant } from '#app/values/moment.ts'
import { keysetPage, nextRows } from '#db/keyset.ts'
import type { AttendanceMarksTable, Database } from '#db/schema.ts'

/** One mark, as whoever asks what happened reads it. */
export interface HistoryRow extends Pick<AttendanceMarksTable, 'slot' | 'state' | 'source' | 'overruled'> {
  id: string
  fullName: string
  code: string
  at: Instant
  /** When it came, where that was later than it was made. */
  receivedAt: Instant
  by: string | null
  /** The device or desk that it came from. */
  where: string
}

export interface HistoryOf {
  eventId: string
  trackIds: string[] | 'all'
  slot: string | null
  /** A ticket's code. */
  code: string | null
}

/** What was marked, by whom and where, the newest first. */
export async function listHistory(db: Kysely<Database>, { cursor, ...of }: HistoryOf & { cursor: Cursor }) {
  const { rows, steps } = await keysetPage(told(db, of), {
    keys: [
      ['attendanceMarks.at', 'desc'],
      ['attendanceMarks.id', 'desc'],
    ],
    cursor,
    size: PEOPLE_PAGE,
    anchor: marksOf(db, { ...of, slot: null, code: null }),
  })
  return { steps, rows: rows.map(rowOf) }
}

const AT_ONCE = 1000

/** Every mark in the order in which they came, a thousand at a time. */
export async function* everyMark(db: Kysely<Database>, of: HistoryOf): AsyncGenerator<HistoryRow[]> {
  let after = ''
  for (;;) {
    const rows = await nextRows(told(db, of), { keys: [['attendanceMarks.id', 'asc']], after: [after], limit: AT_ONCE })
    if (rows.length === 0) return
    yield rows.map(rowOf)
    after = rows.at(-1)!.id
  }
}

function marksOf(db: Kysely<Database>, { eventId, trackIds, slot, code }: HistoryOf) {
  return db
    .selectFrom('attendanceMarks')
    .innerJoin('registrations', 'registrations.id', 'attendanceMarks.registrationId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('attendanceMarks.eventId', '=', eventId)
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OR_NONE, 'in', [...(trackIds as string[]), '-']))
    .$if(slot !== null, (query) => query.where('attendanceMarks.slot', '=', slot!))
    .$if(code !== null, (query) => query.where('registrations.code', '=', code!))
}

function told(db: Kysely<Database>, of: HistoryOf) {
  return marksOf(db, of)
    .innerJoin('people', 'people.id', 'registrations.personId')
    .leftJoin('accounts', 'accounts.id', 'attendanceMarks.accountId')
    .leftJoin('people as marker', 'marker.id', 'accounts.personId')
    .leftJoin('attendanceDevices', 'attendanceDevices.id', 'attendanceMarks.deviceId')
    .select([
      'attendanceMarks.id',
      'attendanceMarks.slot',
      'attendanceMarks.state',
      'attendanceMarks.source',
      'attendanceMarks.overruled',
      'attendanceMarks.at',
      'attendanceMarks.receivedAt',
      'attendanceMarks.desk',
      'attendanceDevices.name',
      'people.fullName',
      'registrations.code',
      'marker.fullName as by',
    ])
}

function rowOf({ desk, name, ...row }: Omit<HistoryRow, 'where'> & { desk: string; name: string | null }): HistoryRow {
  return { ...row, where: name ?? desk }
}
