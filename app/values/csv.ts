/** So that spreadsheets on Windows read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A plain amount, which may begin with a minus. */
const AMOUNT = /^-?\d+(\.\d+)?$/

/** What makes a spreadsheet program take the text of a CSV for a formula (OWASP, CSV injection), in full width as well. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const DEFUSED = /^'+[=+\-@\t\r\n＝＋－＠]/

const [AT, FULL_WIDTH] = [0x40, 0xff00]

const SPECIAL: Record<string, RegExp> = { ',': /[",\r\n]/, ';': /[";\r\n]/, '\t': /["\t\r\n]/ }

/** How the values of a row are told apart. */
export type Separator = ',' | ';' | '\t'

/** Rows as CSV (RFC 4180: CR LF, quotes doubled) in which no program finds a formula. */
export function csvRows(rows: readonly (string | number)[][], separator: Separator = ','): string {
  const special = SPECIAL[separator]!
  let text = ''
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) {
      const cell = row[at]!
      if (at > 0) text += separator
      text += typeof cell === 'number' ? cell : written(cell, special)
    }
    // A row of one empty cell would be an empty line, which some readers leave out.
    text += row.length === 1 && row[0] === '' ? '""\r\n' : '\r\n'
  }
  return text
}

/** The text as a cell that no program calculates: with an apostrophe in front, also of those that it has. */
function defuse(text: string): string {
  return FORMULA.test(text) && !AMOUNT.test(text) ? `'${text}` : text
}

/** The text that had been defused; any other as it is. */
export function restore(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell
}

function written(cell: string, special: RegExp): string {
  const first = cell.charCodeAt(0)
  // Most begin with a letter, which begins no formula.
  const safe = first > AT && first < FULL_WIDTH ? cell : defuse(cell)
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
