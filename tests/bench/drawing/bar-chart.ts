import { frame, place, text, type Tone, WIDTH, widthOf } from './frame.ts'
import { written } from '../written.ts'

interface Bar {
  name: string
  value: number
  tone: Tone
}

export interface BarChart {
  title: string
  unit: string
  groups: { name: string; bars: Bar[] }[]
}

const EDGE = 8
const ROW = 34
const THICK = 11

/** Bars from nought, one below the other, each with its name above and its number at its end. */
export function barChart({ title, unit, groups }: BarChart): string {
  const most = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)))
  const longest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => widthOf(written(value)))))
  const room = WIDTH - 2 * EDGE - longest - 6
  const parts: string[] = []
  let y = 0
  for (const { name, bars } of groups) {
    if (name) {
      y += 24
      parts.push(text(EDGE, y, name, 'name'))
    }
    y += 6
    for (const { name, value, tone } of bars) {
      const long = Math.max((value / most) * room, 1)
      parts.push(text(EDGE, y + 14, name))
      parts.push(`<rect x="${EDGE}" y="${y + 19}" width="${place(long)}" height="${THICK}" fill="var(--${tone})"/>`)
      parts.push(text(EDGE + long + 6, y + 29, written(value)))
      y += ROW
    }
  }
  parts.push(text(WIDTH - EDGE, y + 16, unit, 'small end'))
  return frame({ title, about: aboutBars(groups, unit), height: y + 26 }, parts.join('\n'))
}

function aboutBars(groups: BarChart['groups'], unit: string): string {
  const said = groups.map(({ name, bars }) => {
    const each = bars.map((bar) => `${bar.name} ${written(bar.value)}`).join(', ')
    return name ? `${name}: ${each}` : each
  })
  return `${said.join('; ')} (${unit}).`
}
