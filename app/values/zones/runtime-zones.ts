import { Temporal } from 'temporal-polyfill'
import { tidy } from './tidy.ts'
import { DATA_ENDS, DATA_STARTS, type Transition, type ZoneData } from './zone-data.ts'

/**
 * The data inside the JavaScript runtime (ICU), which is as old as the runtime. It has to be asked for every transition:
 * ten milliseconds a zone, less between two moments (seconds since 1970) that are near each other.
 */
export function runtimeZones(version = '0', { from = DATA_STARTS, until = DATA_ENDS } = {}): ZoneData {
  const known = new Map<string, readonly Transition[]>()
  return {
    source: 'runtime',
    version,
    transitions(zone) {
      const found = known.get(zone) ?? findTransitions(zone, from, until)
      if (found) known.set(zone, found)
      return found
    },
  }
}

function findTransitions(zone: string, from: number, until: number): Transition[] | null {
  // `Intl` takes `+02:00` for a zone as well; a place has a name.
  if (!/^[A-Za-z]/.test(zone)) return null
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(zone)
    const found: Transition[] = [{ at: -Infinity, offset: start.offsetNanoseconds / 1e9 }]
    for (let next = start.getTimeZoneTransition('next'); next; next = next.getTimeZoneTransition('next')) {
      const at = next.epochMilliseconds / 1000
      if (at >= until) break
      found.push({ at, offset: next.offsetNanoseconds / 1e9 })
    }
    return tidy(found)
  } catch {
    return null
  }
}
