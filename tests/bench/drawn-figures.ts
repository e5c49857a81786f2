import type { Figure } from './bench.ts'
import type { Tone } from './drawing/frame.ts'

type Database = Figure['database']

interface Bar {
  /** Whole. */
  figure?: string
  /** Known without measuring. */
  value?: number
  name: string
  tone: Tone
  /** In what is drawn, of what was measured: kilobytes of bytes. */
  share?: number
}

/** Bars side by side, of one bench. */
export interface BarsOf {
  file: string
  title: string
  unit: string
  bench: string
  groups: { name: string; database: Database; bars: Bar[] }[]
}

/** Lines by the number that a figure has in its name, caught by its pattern; dashed and level what has none. */
export interface LinesOf {
  file: string
  title: string
  unit: string
  across: string
  bench: string
  lines: { name: string; tone: Tone; database: Database; figure?: RegExp | string; aim?: number }[]
}
