import { offsetAt } from './offsets.ts'

const DAY = 86_400_000

/** Moments in milliseconds since 1970 at which clocks show a time; where they jump over it, the moment to take for it. */
export interface Reading {
  moments: number[]
  /** RFC 5545 (3.3.5): "using the UTC offset before the gap". Null where the time exists. */
  skipped: { taken: number; resumes: number } | null
}

/**
 * What a time on the clocks of a zone means.
 * @param local the time as if it were UTC, in milliseconds since 1970.
 */
export function readWall(local: number, zone: string): Reading {
  const before = offsetAt(zone, local - DAY)
  const after = offsetAt(zone, local + DAY)
  if (before === after) return { moments: [local - before], skipped: null }
  const moments = [local - before, local - after]
    .filter((moment) => moment + offsetAt(zone, moment) === local)
    .toSorted((one, other) => one - other)
  if (moments.length > 0) return { moments, skipped: null }
  return { moments, skipped: { taken: local - before, resumes: changeBetween(local - DAY, local + DAY, zone) } }
}

/** When the offset changes between two moments that have different ones. */
function changeBetween(from: number, to: number, zone: string): number {
  const old = offsetAt(zone, from)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle) === old) low = middle
    else high = middle
  }
  return high
}

/** A day and a time (`HH:MM`, 24:00 allowed) as if they were UTC. */
export function localEpoch(day: string, time: string): number {
  const epoch = Date.parse(`${day}T${time}Z`)
  // 30 February is taken for 2 March.
  const isDay = new Date(Date.parse(day)).getUTCDate() === Number(day.slice(8))
  if (Number.isNaN(epoch) || !isDay) throw new RangeError(`no such day and time: ${day} ${time}`)
  return epoch
}
