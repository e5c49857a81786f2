import { codeOfAnswer, type SheetColumn } from './columns.ts'
import { hashOf } from '#app/values/secret.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'

/** How many letters stand for a cell: enough that two texts do not have the same by chance. */
const LETTERS = 6

/** A cell as it is compared: as it would be stored. */
export function cleanCell(column: SheetColumn, text: string): string {
  if (column === 'note' || codeOfAnswer(column) !== null) return cleanText(text)
  const bare = cleanLine(text)
  return column === 'country' ? bare.toUpperCase() : column === 'language' ? bare.toLowerCase() : bare
}

/**
 * What a row says of its own cells when it is taken away, a few letters for each: by them it is known later which cells
 * somebody changed in the sheet, and which somebody else changed meanwhile. It tells nothing of what stood in them.
 */
export function versionOf(cells: Record<string, string>): string {
  return Object.entries(cells)
    .flatMap(([column, text]) =>
      column === 'code' || column === 'version' ? [] : [markOf(column as SheetColumn, text)],
    )
    .join('')
}

/** Reads a version back; one that is none knows no cell. */
export function readVersion(version: string): { isAsThen: (column: SheetColumn, text: string) => boolean } {
  const marks = new Set(version.trim().match(new RegExp(`.{${LETTERS}}`, 'g')))
  return { isAsThen: (column, text) => marks.has(markOf(column, text)) }
}

function markOf(column: SheetColumn, text: string): string {
  return hashOf(`${column}|${cleanCell(column, text)}`).slice(0, LETTERS)
}
