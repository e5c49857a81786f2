import { describe, expect, it } from 'vitest'
import type { Aim } from './aims.ts'
import type { Figure } from './bench.ts'
import { hasFailed, judge } from './gate.ts'
import { gateTable } from './gate-table.ts'

const aims: Aim[] = [
  { bench: 'pages', figure: /÷ bare$/, aim: 0.6, tolerance: 0.2, heldTo: 'last', from: 'here' },
  { bench: 'pages', figure: 'seats sold', aim: 10_000, tolerance: 0, heldTo: 'last', from: 'here' },
  { bench: 'pages', figure: 'search', aim: 30, tolerance: 0.1, heldTo: 'aim', from: 'here' },
]

type Some = Partial<Figure> & { figure: string; value: number }

function figure({ unit = 'ratio', better = 'higher', database = null, ...rest }: Some): Figure & { bench: string } {
  return { bench: 'pages', unit, better, database, ...rest }
}

const ALL = [
  figure({ figure: 'front ÷ bare', value: 0.8 }),
  figure({ figure: 'seats sold', value: 10_000 }),
  figure({ figure: 'search', value: 20, unit: 'ms', better: 'lower' }),
]

function judged(now: Some[], last: Some[] = ALL) {
  const verdicts = judge({ benches: ['pages'], now: now.map(figure), last: last.map(figure), aims })
  return Object.fromEntries(verdicts.map(({ figure, outcome }) => [figure, outcome]))
}

function changed(name: string, value: number): Some[] {
  return ALL.map((one) => (one.figure === name ? { ...one, value } : one))
}

describe('the gate', () => {
  it('lets the same figures pass', () => {
    expect(judged(ALL)).toEqual({ 'front ÷ bare': 'fine', 'seats sold': 'fine', search: 'fine' })
  })

  it('fails a ratio that fell by more than its tolerance, also one that is still above its aim', () => {
    expect(judged(changed('front ÷ bare', 0.63))).toMatchObject({ 'front ÷ bare': 'worse' })
    expect(judged(changed('front ÷ bare', 0.65))).toMatchObject({ 'front ÷ bare': 'fine' })
  })

  it('says of a ratio below its aim that it is short, and fails it only when it was better before', () => {
    const last = changed('front ÷ bare', 0.6)
    expect(judged(changed('front ÷ bare', 0.55), last)).toMatchObject({ 'front ÷ bare': 'short' })
    expect(judged(changed('front ÷ bare', 0.47), last)).toMatchObject({ 'front ÷ bare': 'worse' })
  })

  it('holds what was never measured before to its aim', () => {
    expect(judged(changed('front ÷ bare', 0.59), [])).toMatchObject({ 'front ÷ bare': 'worse' })
    expect(judged(changed('front ÷ bare', 0.61), [])).toMatchObject({ 'front ÷ bare': 'fine' })
  })

  it('knows no tolerance for a count', () => {
    expect(judged(changed('seats sold', 9999))).toMatchObject({ 'seats sold': 'worse' })
  })

  it('holds a time to its aim, because machines differ, and to what it was where it missed that', () => {
    expect(judged(changed('search', 29))).toMatchObject({ search: 'fine' })
    expect(judged(changed('search', 31))).toMatchObject({ search: 'worse' })
    const slow = changed('search', 50)
    expect(judged(changed('search', 54), slow)).toMatchObject({ search: 'short' })
    expect(judged(changed('search', 56), slow)).toMatchObject({ search: 'worse' })
  })

  it('fails what was not measured, or never is', () => {
    expect(judged(ALL.slice(1))).toMatchObject({ 'front ÷ bare': 'missing' })
    expect(judged(ALL.slice(1), ALL.slice(1))).toMatchObject({ [String(aims[0]!.figure)]: 'missing' })
    expect(judged(changed('search', Number.NaN))).toMatchObject({ search: 'worse' })
  })

  it('keeps the databases apart', () => {
    const first = ALL[0]!
    const last = [
      { ...first, database: 'sqlite' as const },
      { ...first, database: 'mysql' as const, value: 0.3 },
    ]
    const now = [
      { ...first, database: 'sqlite' as const, value: 0.3 },
      { ...first, database: 'mysql' as const, value: 0.3 },
    ]
    const verdicts = judge({ benches: ['pages'], now: now.map(figure), last: last.map(figure), aims })
    expect(verdicts.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['worse', 'short'])
  })

  it('only shows a figure without an aim, and leaves benches alone that were not run', () => {
    expect(judged([...ALL, { figure: 'rate', value: 7 }])).toMatchObject({ rate: 'shown' })
    expect(judge({ benches: ['others'], now: [], last: ALL, aims })).toEqual([])
  })
})

describe('the table of the gate', () => {
  it('begins with what fails, names its limit, and ends with how many', () => {
    const now = [
      ...changed('front ÷ bare', 0.4).map(figure),
      figure({ figure: 'rate', value: 51_234, unit: 'requests/s' }),
    ]
    const verdicts = judge({ benches: ['pages'], now, last: ALL, aims })
    expect(verdicts.filter(hasFailed)).toHaveLength(1)
    expect(gateTable(verdicts).split('\n')).toEqual([
      'bench  figure            database    last     now  at the worst     aim',
      'pages  front ÷ bare                   0.8     0.4          0.64     0.6  WORSE',
      'pages  seats sold                  10,000  10,000        10,000  10,000  fine',
      'pages  search, ms                      20      20            30      30  fine',
      'pages  rate, requests/s                 –  51,234             –       –',
      '',
      '1 of 3 figures are worse than they may be, or were not measured.',
    ])
  })
})
