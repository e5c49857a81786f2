import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { AIMS } from './aims.ts'
import { withTables } from './documents.ts'
import { drawings } from './drawings.ts'
import { BARS } from './drawn-bars.ts'
import { LINES } from './drawn-lines.ts'
import { FIGURES, formatFigures, type KeptFigures, readKept, withMeasurement } from './kept-figures.ts'

const machine = {
  processor: 'A Processor',
  cores: 2,
  memory: 8,
  system: 'Debian',
  node: '24.0.0',
  mysql: 'MariaDB 10.11.1',
}
const ratio = { figure: 'front ÷ bare', unit: 'ratio', better: 'higher' } as const
const kept: KeptFigures = {
  pages: {
    measuredOn: '2026-11-22',
    machine,
    figures: [
      { ...ratio, value: 0.8, database: 'sqlite' },
      { ...ratio, value: 0.7, database: 'mysql' },
      { figure: 'front', value: 51_234, unit: 'requests/s', better: 'higher', database: 'sqlite' },
    ],
  },
}

describe('the page of figures', () => {
  it('has its tables made anew between their markers, and nothing else', () => {
    const page =
      'Before\n<!-- figures: pages -->\nold\n<!-- end of figures -->\nAfter\n<!-- figures: none -->\n<!-- end of figures -->\n'
    const aims = [{ bench: 'pages', figure: 'front ÷ bare', aim: 0.6, tolerance: 0, heldTo: 'last', from: '' } as const]
    expect(withTables(page, kept, aims).split('\n')).toEqual([
      'Before',
      '<!-- figures: pages -->',
      '| figure |  | SQLite | MariaDB | aim |',
      '| --- | --- | ---: | ---: | ---: |',
      '| front ÷ bare |  | 0.8 | 0.7 | ≥ 0.6 |',
      '| front | requests/s | 51,234 |  |  |',
      '',
      '*2026-11-22; 2 cores of A Processor, 8 GB, Debian, Node 24.0.0, MariaDB 10.11.1.*',
      '<!-- end of figures -->',
      'After',
      '<!-- figures: none -->',
      'Not measured yet.',
      '<!-- end of figures -->',
      '',
    ])
  })

  it('is what the kept figures say, and so are its drawings', async () => {
    const kept = await readKept()
    const page = await readFile(new URL('../performance.md', FIGURES), 'utf8')
    expect(withTables(page, kept, AIMS)).toBe(page)
    for (const { file, svg } of drawings(kept)) {
      expect(await readFile(new URL(file, FIGURES), 'utf8')).toBe(svg)
    }
  })

  it('shows every bench that is kept, and every drawing', async () => {
    const page = await readFile(new URL('../performance.md', FIGURES), 'utf8')
    for (const bench of Object.keys(await readKept())) expect(page).toContain(`<!-- figures: ${bench} -->`)
    for (const { file } of [...BARS, ...LINES]) expect(page).toContain(`(performance/${file})`)
  })
})

describe('the kept figures', () => {
  it('are read as they were written, each on a line', async () => {
    const text = formatFigures(kept)
    expect(JSON.parse(text)).toEqual(kept)
    expect(text.split('\n').filter((line) => line.includes('"figure"'))).toHaveLength(3)
    expect(formatFigures(await readKept())).toBe(await readFile(FIGURES, 'utf8'))
  })

  it('change for the bench that was measured alone', () => {
    const measurement = { measuredOn: '2026-12-01', machine, figures: [] }
    const both = withMeasurement(kept, 'memory', measurement)
    expect(Object.keys(both)).toEqual(['memory', 'pages'])
    expect(both.pages).toBe(kept.pages)
    expect(withMeasurement(both, 'pages', measurement).pages).toBe(measurement)
  })
})
