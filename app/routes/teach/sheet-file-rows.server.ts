import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { UnreadableSheet } from '#app/files/sheets/unreadable-sheet.ts'
import type { Refusal } from '#app/values/refusal.ts'

const LIMITS = { rows: 20_000, columns: 20 }

/** The rows of a file that was chosen, or else of what was pasted; or why they cannot be read. */
export async function sheetFileRows(form: FormData): Promise<string[][] | Refusal> {
  const [file, text] = [form.get('file'), form.get('text')]
  const isFile = file instanceof File && file.size > 0
  const content = isFile
    ? new Uint8Array(await file.arrayBuffer())
    : new TextEncoder().encode(typeof text === 'string' ? text.trim() : '')
  const field = isFile ? 'file' : 'text'
  if (content.byteLength === 0) return { code: 'sheet-file-empty', field: 'text' }
  try {
    return (await readSheet(content, LIMITS)).rows
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    const { code, line, limit } = error
    return { code, field, details: { ...(line && { line }), ...(limit && { limit }) } }
  }
}

/** Rows as the lines that they came from, to be sent again. */
export function linesOf(rows: string[][]): string {
  return rows.map((row) => row.slice(0, 3).join(',')).join('\n')
}
