import { packageZones } from './package-zones.ts'
import { systemZones, ZONE_FOLDER } from './system-zones.ts'
import { newestOf } from '#app/values/zones/newest.ts'
import { runtimeZones } from '#app/values/zones/runtime-zones.ts'
import type { ZoneData } from '#app/values/zones/zone-data.ts'

/** The zone data that this process computes with, and all that it chose from. */
export interface ZoneSources {
  used: ZoneData
  all: ZoneData[]
}

/** A process reads each folder once: what it computes must not change under its feet. */
const known = new Map<string, ZoneSources>()

/**
 * Asks every source for its release and takes the newest: the system's, the package's, the runtime's own.
 * @param onFault is told what is broken or missing, a sentence each; what there is left is used.
 */
export function newestZones(onFault: (fault: string) => void, folder: string = ZONE_FOLDER): ZoneSources {
  const before = known.get(folder)
  if (before) return before
  const all = [
    attempt(() => systemZones(folder, onFault), onFault),
    attempt(packageZones, onFault),
    runtimeZones(process.versions.tz),
  ].filter((data) => data !== null)
  const sources = { used: newestOf(all), all }
  known.set(folder, sources)
  return sources
}

function attempt(read: () => ZoneData, onFault: (fault: string) => void): ZoneData | null {
  try {
    return read()
  } catch (error) {
    onFault((error as Error).message)
    return null
  }
}
