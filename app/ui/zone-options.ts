import { addMinutes, type Instant, isZone, offsetName } from '#app/values/moment.ts'
import { CURRENT_ZONES, currentZoneName } from '#app/values/zones/zone-names.ts'

const HALF_A_YEAR = 182 * 24 * 60

/**
 * Time zones by their current IANA names, for a menu, each with its offset now and half a year from now, where that is
 * another. `also` is kept even when it is no place: `Etc/GMT+12`.
 */
export function zoneOptions(now: Instant, also?: string) {
  const zones = new Set(CURRENT_ZONES)
  if (also) zones.add(currentZoneName(also))
  return [...zones].toSorted().map((zone) => ({ value: zone, label: labelOf(zone, now) }))
}

function labelOf(zone: string, now: Instant): string {
  // What was typed and comes back may be no zone.
  if (zone === 'UTC' || !isZone(zone)) return zone
  const offsets = [now, addMinutes(now, HALF_A_YEAR)].map((at) => offsetName(at, zone))
  return `${zone} (${[...new Set(offsets)].join(', ')})`
}
