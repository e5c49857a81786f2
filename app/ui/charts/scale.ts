/** Round numbers for an axis of whole things: 0, a step that people count in, and so on until `most` is reached. */
export function ticksTo(most: number, about = 4): number[] {
  const step = roundStep(Math.max(1, most) / about)
  const count = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: count + 1 }, (_, at) => at * step)
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power
}

/** What carries a number from one range to another, in tenths; a range without length lies at its beginning. */
export function linear(from: [number, number], to: [number, number]): (value: number) => number {
  const span = from[1] - from[0]
  return (value) => {
    const share = span === 0 ? 0 : (value - from[0]) / span
    return Math.round((to[0] + share * (to[1] - to[0])) * 10) / 10
  }
}
