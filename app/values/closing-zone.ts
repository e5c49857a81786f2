import { isZone } from './moment.ts'

/** The last place on earth where a day is still that day: UTC−12. */
export const ANYWHERE_ON_EARTH = 'AoE'

/** The clock of a zone in which an organizer sets a deadline: IANA, `UTC`, `AoE`; null is that of the event. */
export function clockOf(zone: string | null, eventZone: string): string {
  if (zone === null || zone === '') return eventZone
  return zone === ANYWHERE_ON_EARTH ? 'Etc/GMT+12' : zone
}

export function isClosingZone(zone: string): boolean {
  return zone === ANYWHERE_ON_EARTH || isZone(zone)
}
