import { addDays, type Instant, instantOf } from '#app/values/moment.ts'

/** So many days before an event its list is frozen, unless a day was set by hand. */
export const FREEZE_DAYS = 14

interface Frozen {
  /** The day that was set by hand; '' or nothing follows the event. */
  freezeOn: string | null
  firstOn: string
  zone: string
}

/** The day on which the list is frozen. */
export function freezeDay({ freezeOn, firstOn }: Pick<Frozen, 'freezeOn' | 'firstOn'>): string {
  return freezeOn || addDays(firstOn, -FREEZE_DAYS)
}

/** The moment at which it is: when that day begins where the event is. */
export function freezeMoment(roster: Frozen): Instant {
  return instantOf(freezeDay(roster), '00:00', roster.zone)
}
