import { aimOf } from './gate.ts'
import type { Aim } from './aims.ts'
import type { Figure } from './bench.ts'
import type { KeptFigures } from './kept-figures.ts'
import { machineSentence } from './machine.ts'
import { written } from './written.ts'

const DATABASES = { sqlite: 'SQLite', mysql: 'MariaDB', none: 'without a database' }
const SECTION = /<!-- figures: ([a-z]+) -->\n[\s\S]*?<!-- end of figures -->/g

/** A page in Markdown with the tables between its markers made anew: `<!-- figures: NAME -->` … `<!-- end of figures -->`. */
export function withTables(markdown: string, kept: KeptFigures, aims: readonly Aim[]): string {
  return markdown.replaceAll(
    SECTION,
    (_, bench: string) => `<!-- figures: ${bench} -->\n${section(bench, kept, aims)}\n<!-- end of figures -->`,
  )
}

function section(bench: string, kept: KeptFigures, aims: readonly Aim[]): string {
  const measurement = kept[bench]
  if (!measurement) return 'Not measured yet.'
  const { figures, measuredOn, machine } = measurement
  const databases = (['sqlite', 'mysql', 'none'] as const).filter((one) =>
    figures.some(({ database }) => (database ?? 'none') === one),
  )
  const names = [...new Set(figures.map(({ figure }) => figure))]
  const rows = names.map((name) => {
    const same = figures.filter(({ figure }) => figure === name)
    const cells = databases.map((one) => valueOf(same.find(({ database }) => (database ?? 'none') === one)))
    const { unit, better } = same[0]!
    const aim = aimOf({ bench, figure: name }, aims)?.aim ?? null
    const aimed = aim === null ? '' : `${better === 'higher' ? '≥' : '≤'} ${written(aim)}`
    return row([name, unit === 'ratio' ? '' : unit, ...cells, aimed])
  })
  const head = row(['figure', '', ...databases.map((one) => DATABASES[one]), 'aim'])
  const rule = row(['---', '---', ...databases.map(() => '---:'), '---:'])
  return [head, rule, ...rows, '', `*${measuredOn}; ${machineSentence(machine)}.*`].join('\n')
}

function valueOf(figure: Figure | undefined): string {
  return figure ? written(figure.value) : ''
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}
