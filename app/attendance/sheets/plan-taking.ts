import type { PrintedSheet, SheetRow } from './find-sheet.server.ts'
import { markIdOf } from './mark-id.ts'
import { readNumbers } from './read-numbers.ts'
import { partsOf, type SheetPart, slotOfPart } from './sheet-parts.ts'
import { refuse, type Refusal, type Result } from '#app/values/refusal.ts'

/** What a sheet says once its numbers are read: a mark for each signature, and who signed on the lines below the list. */
export interface Taking {
  marks: TakenMark[]
  walkIns: { part: SheetPart; numbers: number[] }[]
}

export interface TakenMark {
  /** The same whenever this row of this sheet is sent again. */
  id: string
  row: SheetRow
  part: SheetPart
  slot: string
  state: 'present' | 'absent'
}

/** What was typed from a sheet, by its columns: `12`, `1-9, 11`, `all but 3`. */
export type TypedNumbers = Partial<Record<SheetPart, string>>

/** The marks that a sheet makes; with `othersAbsent` also of those on it who did not sign where anybody did. */
export function planTaking(
  sheet: PrintedSheet,
  typed: TypedNumbers,
  { othersAbsent }: { othersAbsent: boolean },
): Result<Taking, 'sheet-numbers' | 'sheet-number' | 'sheet-nobody'> {
  const taking: Taking = { marks: [], walkIns: [] }
  const refusals: Refusal<'sheet-numbers' | 'sheet-number'>[] = []
  for (const part of partsOf(sheet)) {
    const read = readNumbers(typed[part] ?? '', { rowCount: sheet.rowCount, field: part })
    if (!read.ok) {
      refusals.push(...read.refusals)
      continue
    }
    const signed = new Set(read.value.rows)
    const isUsed = signed.size > 0
    for (const row of sheet.rows) {
      const isPresent = signed.has(row.position)
      const isAbsent = othersAbsent && isUsed && row.state === 'confirmed'
      if (isPresent || isAbsent) taking.marks.push(markOf(sheet, row, part, isPresent ? 'present' : 'absent'))
    }
    if (read.value.walkIns.length > 0) taking.walkIns.push({ part, numbers: read.value.walkIns })
  }
  if (refusals.length > 0) return refuse(...refusals)
  if (taking.marks.length === 0 && taking.walkIns.length === 0)
    return refuse({ code: 'sheet-nobody', field: partsOf(sheet)[0]! })
  return { ok: true, value: taking }
}

function markOf(sheet: PrintedSheet, row: SheetRow, part: SheetPart, state: 'present' | 'absent'): TakenMark {
  const slot = slotOfPart(part, sheet)
  return { id: markIdOf(sheet.id, row.position, slot, state), row, part, slot, state }
}
