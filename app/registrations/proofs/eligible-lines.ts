import { cleanLine } from '#app/values/text.ts'

export interface EligibleLines {
  /** E-mail addresses and membership numbers, each once, in the order of the list. */
  entries: string[]
  /** Lines that hold neither, by their number from 1. */
  bad: number[]
}

/** The most lines of one list. */
export const MOST_LINES = 50_000

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/
const NUMBER = /^(?=.*\d)[\p{L}\p{N}][\p{L}\p{N} ./-]{1,59}$/u
/** What the first line of an exported list says instead of a person. */
const HEADING = /^(e-?mail|address|member|number|id\b|name|adresse|courriel|num[ée]ro)/i

/** A list as organizers have it: one address or number a line, or a CSV file with one of them in some column. */
export function eligibleLines(text: string): EligibleLines {
  const entries = new Set<string>()
  const bad: number[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  lines.forEach((line, at) => {
    const cells = cellsOf(line)
    if (cells.length === 0) return
    const found =
      cells.find((cell) => EMAIL.test(cell) && cell.length <= 191) ?? cells.find((cell) => NUMBER.test(cell))
    if (found !== undefined) entries.add(found)
    else if (at > 0 || !HEADING.test(cells[0]!)) bad.push(at + 1)
  })
  return { entries: [...entries], bad }
}

function cellsOf(line: string): string[] {
  const cells = line.split(/[,;\t]/).map((cell) => cleanLine(cell.replace(/^\s*"|"\s*$/g, '').replaceAll('""', '"')))
  return cells.filter((cell) => cell !== '')
}
