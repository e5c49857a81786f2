import { ZONE_LINKS } from './zone-links.ts'

/** Zones that are no place: 14 hours ahead of UTC to 12 behind. The signs are POSIX's, the other way round. */
const FIXED = Array.from({ length: 27 }, (_, index) => index - 14)
  .filter((hours) => hours !== 0)
  .map((hours) => `Etc/GMT${hours < 0 ? '-' : '+'}${Math.abs(hours)}`)

/** Every zone by its current IANA name, of a place in the world or `UTC`, sorted. The runtime lists some by old names. */
export const CURRENT_ZONES: readonly string[] = [
  ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ZONE_LINKS.get(zone) ?? zone)),
].toSorted()

/** What a zone can be computed by: the current names, and offsets that never change. */
export const COMPUTED_ZONES: readonly string[] = [...CURRENT_ZONES, ...FIXED]

const byLowerCase = new Map(
  [...COMPUTED_ZONES.map((zone) => [zone, zone] as const), ...ZONE_LINKS].map(([name, zone]) => [
    name.toLowerCase(),
    zone,
  ]),
)

/** `Europe/Kyiv` for `Europe/Kiev` and for `europe/kyiv`; a name that is not known stays as it is. */
export function currentZoneName(zone: string): string {
  return byLowerCase.get(zone.toLowerCase()) ?? zone
}
