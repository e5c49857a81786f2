import { type ZoneRule, zoneRule } from './zone-rule.ts'
import { currentZoneName } from '#app/values/zones/zone-names.ts'
import type { ZoneData } from '#app/values/zones/zone-data.ts'
import { zoneData } from '#app/values/zones/zone-registry.ts'

/** A zone that a calendar may name, with what its VTIMEZONE will say. */
export interface CalendarZone {
  name: string
  rule: ZoneRule
}

const known = new WeakMap<ZoneData, Map<string, CalendarZone | null>>()

/**
 * Null for a zone without a simple rule and for those whose name is no place: as a TZID, `GMT` is an hour off in
 * Outlook for Mac (pretalx/pretalx#2588), and UTC has a form of its own.
 */
export function calendarZone(zone: string): CalendarZone | null {
  const data = zoneData()
  const zones = known.get(data) ?? new Map<string, CalendarZone | null>()
  known.set(data, zones)
  let found = zones.get(zone)
  if (found === undefined) zones.set(zone, (found = lookUp(data, zone)))
  return found
}

function lookUp(data: ZoneData, zone: string): CalendarZone | null {
  const name = currentZoneName(zone)
  if (!/^(?!Etc\/)[A-Z][\w+-]*(\/[\w+-]+)+$/.test(name)) return null
  const transitions = data.transitions(name) ?? data.transitions(zone)
  const rule = transitions && zoneRule(transitions)
  const isWritable = rule && [rule.standard, rule.daylight?.offset ?? 0].every((offset) => offset % 60 === 0)
  return isWritable ? { name, rule } : null
}
