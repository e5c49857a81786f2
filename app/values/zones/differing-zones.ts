import type { Transition, ZoneData } from './zone-data.ts'

/** A zone about which two sources disagree: from when until when, and who says what at the start of it, in seconds. */
export interface Difference {
  zone: string
  from: number
  /** The end of what was compared where they never agree again. */
  until: number
  offsets: [number, number]
}

/** The zones that are not the same in two sources at some moment of a time (seconds since 1970). */
export function differingZones(
  one: ZoneData,
  other: ZoneData,
  { zones, from, until }: { zones: readonly string[]; from: number; until: number },
): Difference[] {
  return zones.flatMap((zone) => {
    const tables = [one.transitions(zone), other.transitions(zone)] as const
    // What one of them does not know cannot be compared.
    if (!tables[0] || !tables[1]) return []
    const found = differenceOf(tables[0], tables[1], from, until)
    return found ? [{ zone, ...found }] : []
  })
}

function differenceOf(one: readonly Transition[], other: readonly Transition[], from: number, until: number) {
  const moments = [...one, ...other].map(({ at }) => at).filter((at) => at > from && at < until)
  const steps = [from, ...moments].toSorted((a, b) => a - b)
  const pairs = steps.map((at) => [offsetIn(one, at), offsetIn(other, at)] as [number, number])
  const first = pairs.findIndex(([a, b]) => a !== b)
  if (first === -1) return null
  const last = pairs.findLastIndex(([a, b]) => a !== b)
  return { from: steps[first]!, until: steps[last + 1] ?? until, offsets: pairs[first]! }
}

function offsetIn(transitions: readonly Transition[], at: number): number {
  return transitions.findLast((transition) => transition.at <= at)!.offset
}
