/** One measured figure, as `npm run bench` prints it. */
export interface Figure {
  figure: string
  value: number
  unit: string
  better: 'higher' | 'lower'
  database: 'sqlite' | 'mysql' | null
}

export type Bench = (print: (figure: Figure) => void) => Promise<void>

/** Rounds to what a measurement can tell. */
export function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits))
}
