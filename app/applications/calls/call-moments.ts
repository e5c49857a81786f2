import { momentField } from '#app/events/local-moment.ts'
import { ANYWHERE_ON_EARTH, clockOf, isClosingZone } from '#app/values/closing-zone.ts'
import { addMinutes, type Instant, wallClock } from '#app/values/moment.ts'
import { currentZoneName } from '#app/values/zones/zone-names.ts'

/** An end on the clock of a zone: 23:59 stands for the whole of that minute, so it is stored as what comes after it. */
export function endField(zone: string) {
  return momentField(zone).transform((at): Instant | null => {
    return at !== null && wallClock(at, zone).time === '23:59' ? addMinutes(at, 1) : at
  })
}

/** A zone as typed: null for that of the event, `AoE` and `UTC` in any spelling. */
export function callZoneOf(typed: string, eventZone: string): string | null {
  if (/^aoe$/i.test(typed)) return ANYWHERE_ON_EARTH
  if (/^utc$/i.test(typed)) return eventZone === 'UTC' ? null : 'UTC'
  const zone = currentZoneName(typed)
  return typed === '' || zone === currentZoneName(eventZone) ? null : zone
}

/** The clock of a zone as typed; that of the event where it is none. */
export function typedClock(typed: string, eventZone: string): string {
  const zone = callZoneOf(typed, eventZone)
  return zone === null || isClosingZone(zone) ? clockOf(zone, eventZone) : eventZone
}
