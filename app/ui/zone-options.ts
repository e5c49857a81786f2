/** Time zones by their IANA names, for a menu; `also` is kept even when the runtime calls it otherwise. */
export function zoneOptions(also?: string) {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])
  if (also) zones.add(also)
  return [...zones].toSorted().map((zone) => ({ value: zone, label: zone }))
}
