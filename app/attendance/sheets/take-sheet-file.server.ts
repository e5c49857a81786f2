import type { Kysely } from 'kysely'
import { findSheet, type PrintedSheet } from './find-sheet.server.ts'
import { planTaking, type TypedNumbers } from './plan-taking.ts'
import { readSheetFile, type SheetEntry } from './read-sheet-file.ts'
import { partsOf } from './sheet-parts.ts'
import { mark, type PlannedSheet, type Taken, type Taker } from './take-sheet.server.ts'
import { type Refusal, Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** More sheets than an event's days have. */
const MOST_SHEETS = 200

/** What the rows of a file, `code, row, half`, would mark; all that is wrong with it at once. */
export async function planSheetFile(
  db: Kysely<Database>,
  { rows, ...taker }: Taker & { rows: string[][] },
): Promise<Result<PlannedSheet[]>> {
  const { entries, faults } = readSheetFile(rows)
  if (entries.length > MOST_SHEETS) faults.push({ code: 'sheet-many', details: { most: MOST_SHEETS } })
  if (entries.length === 0 && faults.length === 0) faults.push({ code: 'sheet-file-empty' })
  const planned: PlannedSheet[] = []
  for (const entry of faults.length > 0 ? [] : entries) {
    const sheet = await findSheet(db, { eventId: taker.event.id, trackIds: taker.trackIds, code: entry.code })
    const taking = sheet.ok ? planEntry(sheet.value, entry) : sheet
    if (sheet.ok && taking.ok) planned.push({ sheet: sheet.value, taking: taking.value })
    else if (!taking.ok)
      faults.push(...taking.refusals.map(({ code, details }) => ({ code, ...(details && { details }) })))
  }
  return faults.length > 0 ? { ok: false, refusals: faults } : { ok: true, value: planned }
}

/** Marks all that a file of sheets says, or nothing. */
export async function takeSheetFile(
  db: Kysely<Database>,
  input: Taker & { rows: string[][] },
): Promise<Result<Taken & { sheets: number }>> {
  return await transact(db, async (db) => {
    const planned = await planSheetFile(db, input)
    if (!planned.ok) throw new Refused(...planned.refusals)
    const sum = { marked: 0, refused: 0, sheets: planned.value.length }
    for (const one of planned.value) {
      const { marked, refused } = await mark(db, input, one)
      sum.marked += marked
      sum.refused += refused
    }
    return sum
  })
}

function planEntry(sheet: PrintedSheet, { code, signed }: SheetEntry) {
  const parts = partsOf(sheet)
  const typed: TypedNumbers = {}
  for (const [half, numbers] of signed) {
    const part = half === 'any' ? (parts.length === 1 ? parts[0] : undefined) : parts.find((one) => one === half)
    if (!part) return refusedHalf(half === 'any' ? 'sheet-half-missing' : 'sheet-half-other', code)
    typed[part] = [typed[part], ...numbers].filter(Boolean).join(',')
  }
  return planTaking(sheet, typed, { othersAbsent: false })
}

function refusedHalf(code: string, sheet: string): { ok: false; refusals: Refusal[] } {
  return { ok: false, refusals: [{ code, details: { sheet } }] }
}
