import type { ZoneData } from '#app/values/zones/zone-data.ts'

/** Zone data that somebody made up: by zone, from when on (seconds since 1970) clocks are how far ahead of UTC. */
export function zonesSaying(version: string, zones: Record<string, [at: number, offset: number][]>): ZoneData {
  return {
    source: 'package',
    version,
    transitions: (zone) => zones[zone]?.map(([at, offset]) => ({ at, offset })) ?? null,
  }
}
