import { runtimeZones } from './runtime-zones.ts'
import type { ZoneData } from './zone-data.ts'

const KEY = Symbol.for('plenary.zone-data')
/** On `globalThis`: in development and in tests the pages come with a copy of this file of their own. */
const process = globalThis as { [KEY]?: ZoneData }

/** The one by which this process computes; the runtime's own until another one is set. */
export function zoneData(): ZoneData {
  return (process[KEY] ??= runtimeZones())
}

/** To be called before anything is computed: what was stored by other data is not worked out again here. */
export function setZoneData(data: ZoneData): void {
  process[KEY] = data
}
