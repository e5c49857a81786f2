import { readSheetCode } from './sheet-code.ts'
import type { SheetPart } from './sheet-parts.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** What a file says of one sheet: per column the numbers that signed. */
export interface SheetEntry {
  code: string
  signed: Map<SheetPart | 'any', number[]>
}

const PARTS: Record<string, SheetPart> = {
  am: 'am',
  morning: 'am',
  matin: 'am',
  صباحا: 'am',
  pm: 'pm',
  afternoon: 'pm',
  'après-midi': 'pm',
  مساء: 'pm',
  day: 'day',
  jour: 'day',
  يوم: 'day',
  session: 'session',
  séance: 'session',
  جلسة: 'session',
}

/**
 * Rows of `code, row, half` as sheets with the numbers that signed. Every fault names its line, so that a wrong file is
 * put right in one go; an empty half is left to sheets that have one column.
 */
export function readSheetFile(rows: string[][]): { entries: SheetEntry[]; faults: Refusal[] } {
  const entries = new Map<string, SheetEntry>()
  const faults: Refusal[] = []
  rows.forEach(([typedCode = '', typedRow = '', typedHalf = ''], at) => {
    const line = at + 1
    if ((typedCode + typedRow).trim() === '' || isHead(typedCode, typedRow, at)) return
    const code = readSheetCode(typedCode)
    const half = typedHalf.normalize('NFKC').trim().toLowerCase()
    if (!code.ok) faults.push({ ...code.refusals[0]!, details: { ...code.refusals[0]!.details, line } })
    else if (!/^\s*\d{1,4}\s*$/.test(typedRow))
      faults.push({ code: 'sheet-line-row', details: { line, text: cut(typedRow) } })
    else if (half !== '' && !Object.hasOwn(PARTS, half))
      faults.push({ code: 'sheet-line-half', details: { line, text: cut(half) } })
    else {
      const entry: SheetEntry = entries.get(code.value) ?? { code: code.value, signed: new Map() }
      const part = PARTS[half] ?? 'any'
      const signed = entry.signed.get(part) ?? []
      signed.push(Number(typedRow))
      entry.signed.set(part, signed)
      entries.set(code.value, entry)
    }
  })
  return { entries: [...entries.values()], faults }
}

/** The first line may say what the columns are. */
function isHead(code: string, row: string, at: number): boolean {
  return at === 0 && !/\d/.test(row) && !readSheetCode(code).ok
}

function cut(text: string): string {
  return text.trim().slice(0, 20)
}
