import type { ZoneData } from './zone-data.ts'

/**
 * The data of the newest release; of equal ones the first. A zone that it does not know, or whose file is broken, is
 * taken from the next newest.
 */
export function newestOf(sources: readonly ZoneData[]): ZoneData {
  const sorted = sources.toSorted((one, other) => other.version.localeCompare(one.version))
  const { source, version } = sorted[0]!
  return {
    source,
    version,
    transitions(zone) {
      for (const data of sorted) {
        const transitions = data.transitions(zone)
        if (transitions) return transitions
      }
      return null
    },
  }
}
