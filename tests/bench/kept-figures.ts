import { readFile } from 'node:fs/promises'
import type { Figure } from './bench.ts'
import type { Machine } from './machine.ts'

/** Where they are kept. */
export const FIGURES = new URL('../../docs/performance/figures.json', import.meta.url)

/** What was measured last, by the name of its bench. */
export type KeptFigures = Record<string, Measurement>

interface Measurement {
  /** The day, `2026-11-22`. */
  measuredOn: string
  machine: Machine
  figures: Figure[]
}

export async function readKept(): Promise<KeptFigures> {
  return JSON.parse(await readFile(FIGURES, 'utf8')) as KeptFigures
}

/** With the figures of a bench in place of those it had; all others stay. */
export function withMeasurement(kept: KeptFigures, bench: string, measurement: Measurement): KeptFigures {
  const all = { ...kept, [bench]: measurement }
  return Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

export function allFigures(kept: KeptFigures): (Figure & { bench: string })[] {
  return Object.entries(kept).flatMap(([bench, { figures }]) => figures.map((figure) => ({ bench, ...figure })))
}

/** As JSON with a line for each figure, so that a difference shows which. */
export function formatFigures(kept: KeptFigures): string {
  const benches = Object.entries(kept).map(([bench, { measuredOn, machine, figures }]) =>
    [
      `  ${JSON.stringify(bench)}: {`,
      `    "measuredOn": ${JSON.stringify(measuredOn)},`,
      `    "machine": ${JSON.stringify(machine)},`,
      '    "figures": [',
      figures.map((figure) => `      ${JSON.stringify(figure)}`).join(',\n'),
      '    ]',
      '  }',
    ].join('\n'),
  )
  return `{\n${benches.join(',\n')}\n}\n`
}
