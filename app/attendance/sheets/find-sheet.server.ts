import type { Kysely } from 'kysely'
import { readSheetCode } from './sheet-code.ts'
import { refuse, type Result } from '#app/values/refusal.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

export interface PrintedSheet {
  id: string
  code: string
  trackId: string | null
  heldOn: string
  sessionId: string | null
  parts: string
  rowCount: number
  createdAt: string
  /** By their numbers, from 1. */
  rows: SheetRow[]
}

export interface SheetRow {
  position: number
  registrationId: string
  fullName: string
  latinName: string | null
  /** As the seat stands now: it may have ended since the sheet was printed. */
  state: RegistrationState
}

export type SheetFault =
  | 'sheet-length'
  | 'sheet-letter'
  | 'sheet-misread'
  | 'sheet-unknown'
  | 'sheet-elsewhere'
  | 'sheet-other-track'

/** The sheet of a code as somebody typed it, with its people, as far as the reader teaches them. */
export async function findSheet(
  db: Kysely<Database>,
  { eventId, trackIds, code: typed }: { eventId: string; trackIds: string[] | 'all'; code: string },
): Promise<Result<PrintedSheet, SheetFault>> {
  const code = readSheetCode(typed)
  if (!code.ok) return code
  const sheet = await db.selectFrom('attendanceSheets').selectAll().where('code', '=', code.value).executeTakeFirst()
  const details = { sheet: code.value }
  if (!sheet) return refuse({ code: 'sheet-unknown', field: 'code', details })
  if (sheet.eventId !== eventId) return refuse({ code: 'sheet-elsewhere', field: 'code', details })
  // A sheet of everybody is nothing that an instructor of one track takes back.
  if (trackIds !== 'all' && (sheet.trackId === null || !trackIds.includes(sheet.trackId)))
    return refuse({ code: 'sheet-other-track', field: 'code', details })
  const rows = await db
    .selectFrom('attendanceSheetRows')
    .innerJoin('registrations', 'registrations.id', 'attendanceSheetRows.registrationId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['attendanceSheetRows.position', 'attendanceSheetRows.registrationId', 'registrations.state'])
    .select(['people.fullName', 'people.latinName'])
    .where('attendanceSheetRows.sheetId', '=', sheet.id)
    .orderBy('attendanceSheetRows.position')
    .execute()
  return { ok: true, value: { ...sheet, rows } }
}
