/** Chances that come out the same again for the same seed. */
export interface Chance {
  /** From 0 up to and without 1. */
  next(): number
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number
  one<Thing>(things: readonly Thing[]): Thing
  some<Thing>(things: readonly Thing[], count: number): Thing[]
  is(probability: number): boolean
}

/** By Mulberry32: quick, and good enough for people who do not exist. */
export function chance(seed: string): Chance {
  let state = [...seed].reduce((sum, letter) => Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    next,
    below,
    one: (things) => things[below(things.length)]!,
    some(things, count) {
      const left = [...things]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]!)
    },
    is: (probability) => next() < probability,
  }
}
