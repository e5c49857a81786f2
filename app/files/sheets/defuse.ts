/** What makes a spreadsheet program take the text of a CSV for a formula (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const DEFUSED = /^'+[=+\-@\t\r\n＝＋－＠]/

/** The text as a cell of a CSV that no program calculates: with an apostrophe in front, also of those that it has. */
export function defuse(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text that had been defused; any other as it is. */
export function restore(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell
}
