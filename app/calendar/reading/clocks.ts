import type { FileZone } from './properties.ts'
import { WINDOWS_ZONES } from './windows-zones.ts'
import { isZone } from '#app/values/moment.ts'
import { localEpoch, readWall } from '#app/values/zones/wall-moments.ts'

/** The clocks that a time of a file was read from. */
export interface Clock {
  /** What its times mean: one moment; none when clocks jump over it; two when it comes again. */
  momentsOf(local: number): number[]
  /** What the file itself says that it means, where that may be something else. */
  fileMomentOf: ((local: number) => number) | null
  isOfFile: boolean
}

export const UTC: Clock = { momentsOf: (local) => [local], fileMomentOf: null, isOfFile: false }

export function clockOf(zone: string): Clock {
  return { momentsOf: (local) => readWall(local, zone).moments, fileMomentOf: null, isOfFile: false }
}

/**
 * The clock that a TZID names: a zone of ours by its own name, by what stands behind the path that some programs write
 * (`/freeassociation.sourceforge.net/Europe/Berlin`), by its Windows name, or by what the file says that it is. Our data
 * is newer than any file; the file's own rules count where it is no zone that we know. Null when nothing is known of it.
 */
export function clockNamed(name: string, zones: Map<string, FileZone>): Clock | null {
  const clocks = clocksOf.get(zones) ?? new Map<string, Clock | null>()
  clocksOf.set(zones, clocks)
  let clock = clocks.get(name)
  if (clock === undefined) clocks.set(name, (clock = lookUp(name, zones)))
  return clock
}

/** Of each file: a name that no zone data knows costs a tenth of a millisecond, and a file may say it at every date. */
const clocksOf = new WeakMap<Map<string, FileZone>, Map<string, Clock | null>>()

function lookUp(name: string, zones: Map<string, FileZone>): Clock | null {
  const own = zones.get(name)
  const known = [name, ...tails(name), WINDOWS_ZONES[name], own?.location].find((one) => one && isZone(one))
  if (known) return { ...clockOf(known), fileMomentOf: own?.momentOf ?? null }
  const momentOf = own?.momentOf
  return momentOf ? { momentsOf: (local) => [momentOf(local)], fileMomentOf: null, isOfFile: true } : null
}

function tails(name: string): string[] {
  if (!name.startsWith('/')) return []
  const parts = name.split('/')
  return [-3, -2].map((from) => parts.slice(from).join('/'))
}

/** A time as jCal writes it, as if it were UTC; null for what is no time. */
export function localOf(written: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(written)) return null
  try {
    return localEpoch(written.slice(0, 10), written.slice(11))
  } catch {
    return null
  }
}
