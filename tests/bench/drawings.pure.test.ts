import { describe, expect, it } from 'vitest'
import type { Figure } from './bench.ts'
import { drawings } from './drawings.ts'
import { BARS } from './drawn-bars.ts'
import { LINES } from './drawn-lines.ts'
import type { KeptFigures } from './kept-figures.ts'

const machine = { processor: '', cores: 2, memory: 8, system: '', node: '', mysql: null }

function kept(bench: string, figures: [figure: string, value: number, database?: Figure['database']][]): KeptFigures {
  const whole = figures.map(([figure, value, database = 'sqlite']): Figure => {
    return { figure, value, database, unit: '', better: 'higher' }
  })
  return { [bench]: { measuredOn: '2026-11-22', machine, figures: whole } }
}

function drawn(file: string, figures: KeptFigures): string | undefined {
  return drawings(figures).find((one) => one.file === file)?.svg
}

describe('the drawings', () => {
  it('are none where nothing was measured', () => {
    expect(drawings({})).toEqual([])
  })

  it('have bars for what was measured, under the database it was measured on', () => {
    const figures = kept('exports', [
      ['csv', 60_000],
      ['bare driver', 100_000],
      ['csv', 50_000, 'mysql'],
    ])
    const said = 'SQLite: CSV 60,000, bare driver to nowhere 100,000; MariaDB: CSV 50,000 (rows a second).'
    expect(drawn('exports.svg', figures)).toContain(said)
  })

  it('have lines by the number in the name, in its order, and level ones beside them', () => {
    const figures = kept('registration', [
      ['2,000 callers', 9000],
      ['1 caller', 700],
      ['200 callers', 7000],
      ['200 callers, held', 1],
      ['bare merged transaction', 20_000],
    ])
    expect(drawn('registration.svg', figures)).toContain(
      'Plenary, SQLite: 700 at 1, 7,000 at 200, 9,000 at 2,000; ' +
        'bare merged transaction, SQLite: 20,000 at 1, 20,000 at 2,000.',
    )
  })

  it('have a file each', () => {
    const files = [...BARS, ...LINES].map(({ file }) => file)
    expect(new Set(files).size).toBe(files.length)
  })
})
