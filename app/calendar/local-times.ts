import { type CalendarZone, calendarZone } from './calendar-zone.ts'
import { offsetByRule } from './zone-rule.ts'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'
import { offsetAt } from '#app/values/zones/offsets.ts'
import { DATA_ENDS } from '#app/values/zones/zone-data.ts'

const DAY = 86_400
/** Before it the rules have no onset; after it the zone data has no word. */
const FIRST = Date.UTC(1971, 0, 1) / 1000
const LAST = DATA_ENDS - DAY

/**
 * The two moments as clocks in the zone show them, in seconds since 1970 of those clocks; null when an entry has to be
 * written in UTC. Clients work with the VTIMEZONE of the file or with zone data of their own: so the offsets of both
 * must be the true ones, and neither clock time may be skipped or occur twice, for which every parser has its own
 * reading (ical.js and libical take the second, vobject the first).
 */
export function localTimes(
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  zone: string,
): { zone: string; start: number; end: number } | null {
  const known = calendarZone(zone)
  if (!known) return null
  const start = clockAt(known, epochMilliseconds(startsAt) / 1000)
  const end = clockAt(known, epochMilliseconds(endsAt) / 1000)
  return start === null || end === null ? null : { zone: known.name, start, end }
}

function clockAt({ name, rule }: CalendarZone, at: number): number | null {
  if (at < FIRST || at > LAST) return null
  const truth = (moment: number) => offsetAt(name, moment * 1000) / 1000
  const clock = at + truth(at)
  const isSafe = [truth, (moment: number) => offsetByRule(rule, moment)].every((offset) =>
    isOneMoment(offset, at, clock),
  )
  return isSafe ? clock : null
}

/** Whether this clock time, and those a second beside it, are shown once and then. */
function isOneMoment(offset: (moment: number) => number, at: number, clock: number): boolean {
  const offsets = [...new Set([-DAY, 0, DAY].map((away) => offset(at + away)))]
  return [-1, 0, 1].every((beside) => {
    const moments = offsets
      .map((one) => clock + beside - one)
      .filter((moment) => moment + offset(moment) === clock + beside)
    return moments.length === 1 && moments[0] === at + beside
  })
}
