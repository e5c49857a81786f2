import { hasFailed, type Outcome, type Verdict } from './gate.ts'
import { written } from './written.ts'

const WORDS: Record<Outcome, string> = {
  worse: 'WORSE',
  missing: 'NOT MEASURED',
  short: 'short of its aim, no worse than before',
  fine: 'fine',
  shown: '',
}
const HEAD = ['bench', 'figure', 'database', 'last', 'now', 'at the worst', 'aim', '']
const ORDER: Outcome[] = ['missing', 'worse', 'short', 'fine', 'shown']

/** The verdicts as lines to read, what fails first, and a sentence that says how it ended. */
export function gateTable(verdicts: Verdict[]): string {
  const sorted = verdicts.toSorted((one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome))
  const rows = [HEAD, ...sorted.map(cellsOf)]
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  const isNumber = (at: number) => at >= 3 && at <= 6
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd(),
  )
  return [...lines, '', sentence(verdicts)].join('\n')
}

function cellsOf({ bench, figure, database, unit, now, last, limit, aim, outcome }: Verdict): string[] {
  const named = unit === '' || unit === 'ratio' ? figure : `${figure}, ${unit}`
  const number = (value: number | null) => (value === null ? '–' : written(value))
  return [bench, named, database ?? '', number(last), number(now), number(limit), number(aim), WORDS[outcome]]
}

function sentence(verdicts: Verdict[]): string {
  const failed = verdicts.filter(hasFailed).length
  const held = verdicts.filter(({ outcome }) => outcome !== 'shown').length
  if (failed === 0) return `All ${held} figures that are held to something are within it.`
  return `${failed} of ${held} figures are worse than they may be, or were not measured.`
}
