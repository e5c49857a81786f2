import { describe, expect, it } from 'vitest'
import { barChart } from './bar-chart.ts'
import { lineChart } from './line-chart.ts'

const bars = barChart({
  title: 'Bytes <of> a journey',
  unit: 'KB',
  groups: [
    {
      name: 'First visit',
      bars: [
        { name: 'ours', value: 11, tone: 'green' },
        { name: 'the median page & its scripts', value: 2559, tone: 'brown' },
      ],
    },
  ],
})

const lines = lineChart({
  title: 'Search',
  across: 'events',
  unit: 'ms',
  lines: [
    { name: 'SQLite', tone: 'blue', points: [[1000, 2], [10_000, 20]] }, // prettier-ignore
    { name: 'aim', tone: 'brown', isDashed: true, points: [[1000, 30], [10_000, 30]] }, // prettier-ignore
  ],
})

describe('a drawing', () => {
  it('has a title, a description that says every number, and colours for light and dark', () => {
    for (const svg of [bars, lines]) {
      expect(svg).toMatch(/<svg [^>]*role="img" aria-labelledby="title about"/)
      expect(svg).toContain('prefers-color-scheme:dark')
    }
    expect(bars).toContain('<title id="title">Bytes &lt;of> a journey</title>')
    expect(bars).toContain('First visit: ours 11, the median page &amp; its scripts 2,559 (KB).')
    expect(lines).toContain('ms, by events. SQLite: 2 at 1,000, 20 at 10,000; aim: 30 at 1,000, 30 at 10,000.')
  })

  it('draws bars from nought, as long as they are much', () => {
    const [ours, theirs] = [...bars.matchAll(/width="([\d.]+)" height="11"/g)].map(([, width]) => Number(width))
    expect(theirs! / ours!).toBeCloseTo(2559 / 11, -1)
  })

  it('keeps everything within its frame', () => {
    const height = Number(/viewBox="0 0 400 (\d+)"/.exec(lines)![1])
    for (const [, x, y] of lines.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)) {
      expect(Number(x)).toBeLessThan(400)
      expect(Number(y)).toBeLessThan(height)
    }
    expect([...lines.matchAll(/<circle/g)]).toHaveLength(3)
  })

  it('puts twice as much as far, wherever it stands', () => {
    const svg = lineChart({
      title: '',
      across: '',
      unit: '',
      lines: [{ name: '', tone: 'blue', points: [[1, 10], [2, 20], [4, 40]] }], // prettier-ignore
    })
    const [, one, two, four] = [...svg.matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Number(x))
    expect(four! - two!).toBeCloseTo(two! - one!, 0)
  })
})
