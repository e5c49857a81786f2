import { barChart } from './drawing/bar-chart.ts'
import { lineChart } from './drawing/line-chart.ts'
import type { Figure } from './bench.ts'
import { BARS } from './drawn-bars.ts'
import type { BarsOf, LinesOf } from './drawn-figures.ts'
import { LINES } from './drawn-lines.ts'
import type { KeptFigures } from './kept-figures.ts'

export interface Drawing {
  /** Below docs/performance/. */
  file: string
  svg: string
}

/** Every drawing for which there are figures. */
export function drawings(kept: KeptFigures): Drawing[] {
  const drawn = [
    ...BARS.map((bars) => ({ file: bars.file, svg: drawnBars(bars, kept) })),
    ...LINES.map((lines) => ({ file: lines.file, svg: drawnLines(lines, kept) })),
  ]
  return drawn.flatMap(({ file, svg }) => (svg === null ? [] : [{ file, svg }]))
}

function drawnBars({ title, unit, bench, groups }: BarsOf, kept: KeptFigures): string | null {
  const figures = kept[bench]?.figures ?? []
  const found = groups.map(({ name, database, bars }) => ({
    name,
    bars: bars.flatMap(({ figure, name, tone, value, share = 1 }) => {
      const known = value ?? figures.find((one) => one.figure === figure && one.database === database)?.value
      return known === undefined ? [] : [{ name, tone, value: known * share }]
    }),
  }))
  const filled = found.filter(({ bars }) => bars.length > 0)
  // What is known beforehand is nothing to compare with itself.
  return figures.length === 0 || filled.length === 0 ? null : barChart({ title, unit, groups: filled })
}

function drawnLines({ title, unit, across, bench, lines }: LinesOf, kept: KeptFigures): string | null {
  const figures = kept[bench]?.figures ?? []
  const found = lines.map(({ name, tone, database, figure }) => ({
    name,
    tone,
    points: pointsOf(figures, { database, figure }),
  }))
  const filled = found.filter(({ points }) => points.length > 0)
  if (filled.length === 0) return null
  const all = filled.flatMap(({ points }) => points.map(([x]) => x))
  const [from, to] = [Math.min(...all), Math.max(...all)]
  const level = lines.flatMap(({ name, tone, database, figure, aim }) => {
    const value = aim ?? figures.find((one) => one.figure === figure && one.database === database)?.value
    const points: [number, number][] = [[from, value!], [to, value!]] // prettier-ignore
    return value === undefined ? [] : [{ name, tone, isDashed: true, points }]
  })
  return lineChart({ title, unit, across, lines: [...filled, ...level] })
}

/** How the figures of a name go with the number in it. */
function pointsOf(
  figures: Figure[],
  { database, figure }: { database: Figure['database']; figure?: string | RegExp },
): [number, number][] {
  if (!(figure instanceof RegExp)) return []
  return figures
    .filter((one) => one.database === database)
    .flatMap((one): [number, number][] => {
      const across = figure.exec(one.figure)?.[1]
      return across === undefined ? [] : [[Number(across.replaceAll(',', '')), one.value]]
    })
    .toSorted(([one], [other]) => one - other)
}
