import { frame, place, text, type Tone, WIDTH, widthOf } from './frame.ts'
import { written } from '../written.ts'

interface Line {
  name: string
  tone: Tone
  /** What is of another kind than the rest: bare, or the aim. */
  isDashed?: boolean
  points: [x: number, y: number][]
}

export interface LineChart {
  title: string
  /** What grows from left to right. */
  across: string
  unit: string
  lines: Line[]
}

const LEFT = 58
const RIGHT = WIDTH - 22
const TALL = 220
const KEY = 20

/** How something grows with work: both scales by powers of ten, so that twice as much is as far everywhere. */
export function lineChart({ title, across, unit, lines }: LineChart): string {
  const top = 14 + lines.length * KEY
  const points = lines.flatMap(({ points }) => points)
  const steps = [...new Set(points.map(([x]) => x))].toSorted((one, other) => one - other)
  const x = scale([steps[0]!, steps.at(-1)!], [LEFT + 8, RIGHT - 8])
  const decades = decadesOf(points.map(([, y]) => y))
  const y = scale([decades[0]!, decades.at(-1)!], [top + 18 + TALL, top + 18])
  const parts = lines.map((line, at) => key(line, at))
  parts.push(text(LEFT, top + 6, unit, 'small'))
  for (const value of decades) {
    parts.push(`<path class="rule" d="M${LEFT} ${place(y(value))}H${RIGHT}"/>`)
    parts.push(text(LEFT - 6, y(value) + 4, written(value), 'small end'))
  }
  let free = 0
  for (const value of steps) {
    const half = widthOf(written(value)) / 2
    if (x(value) - half < free) continue
    parts.push(text(x(value), top + TALL + 36, written(value), 'small middle'))
    free = x(value) + half + 8
  }
  parts.push(text(RIGHT, top + TALL + 54, across, 'small end'))
  for (const [shape, line] of lines.entries()) parts.push(drawn(line, { x, y, shape }))
  return frame({ title, about: aboutLines(lines, across, unit), height: top + TALL + 64 }, parts.join('\n'))
}

function key({ name, tone, isDashed }: Line, at: number): string {
  const y = 18 + at * KEY
  const line = `<path d="M8 ${y - 4}h26" stroke="var(--${tone})" stroke-width="3"${dashes(isDashed)}/>`
  return line + (isDashed ? '' : dot(at, 21, y - 4, tone)) + text(42, y, name)
}

/** Each line has dots of its own, for who does not tell its colour from another. */
function dot(shape: number, x: number, y: number, tone: Tone): string {
  const fill = `fill="var(--${tone})"`
  if (shape % 3 === 0) return `<circle cx="${place(x)}" cy="${place(y)}" r="5" ${fill}/>`
  if (shape % 3 === 1) return `<rect x="${place(x - 4.5)}" y="${place(y - 4.5)}" width="9" height="9" ${fill}/>`
  return `<path d="M${place(x)} ${place(y - 6)}l6 10h-12z" ${fill}/>`
}

function drawn({ tone, isDashed, points }: Line, { x, y, shape }: { x: Scale; y: Scale; shape: number }): string {
  const way = points.map(([across, up]) => `${place(x(across))} ${place(y(up))}`)
  const dots = points.map(([across, up]) => dot(shape, x(across), y(up), tone))
  const line = `<path d="M${way.join('L')}" fill="none" stroke="var(--${tone})" stroke-width="2.5"${dashes(isDashed)}/>`
  return line + (isDashed ? '' : dots.join(''))
}

function dashes(isDashed = false): string {
  return isDashed ? ' stroke-dasharray="6 4"' : ''
}

type Scale = (value: number) => number

function scale([low, high]: [number, number], [from, to]: [number, number]): Scale {
  const span = Math.log10(high) - Math.log10(low) || 1
  return (value) => from + ((Math.log10(Math.max(value, low)) - Math.log10(low)) / span) * (to - from)
}

/** The powers of ten around all values. */
function decadesOf(values: number[]): number[] {
  const real = values.filter((value) => value > 0)
  const low = Math.floor(Math.log10(Math.min(...real)))
  const high = Math.max(Math.ceil(Math.log10(Math.max(...real))), low + 1)
  return Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at))
}

function aboutLines(lines: Line[], across: string, unit: string): string {
  const said = lines.map(({ name, points }) => {
    const each = points.map(([x, y]) => `${written(y)} at ${written(x)}`).join(', ')
    return `${name}: ${each}`
  })
  return `${unit}, by ${across}. ${said.join('; ')}.`
}
