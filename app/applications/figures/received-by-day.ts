import { addDays, addSeconds, type Instant, wallClock } from '#app/values/moment.ts'

/** How many applications came on a day, and how many there were at its end. */
export interface ReceivedDay {
  day: string
  count: number
  total: number
}

/** As many days can be drawn; of a call that is open longer the last ones are told, with what came before in the total. */
const MOST_DAYS = 92

/**
 * What came day by day, in the clock of a zone: from the opening, or the first that came, to the closing or today; days
 * on which nothing came as well. Nothing while nothing has come.
 */
export function receivedByDay(
  moments: Instant[],
  { opensAt, closesAt, zone, now }: { opensAt: Instant | null; closesAt: Instant | null; zone: string; now: Instant },
): ReceivedDay[] {
  if (moments.length === 0) return []
  const dayOf = (at: Instant) => wallClock(at, zone).day
  const counts = new Map<string, number>()
  // By the quarter of an hour first: no midnight lies within one, and to ask a zone 5,000 times takes long.
  for (const [quarter, { length }] of Map.groupBy(moments, quarterOf)) {
    const day = dayOf(quarter)
    counts.set(day, (counts.get(day) ?? 0) + length)
  }
  const came = [...counts.keys()].toSorted()
  const first = earlier(came[0]!, opensAt === null ? came[0]! : dayOf(opensAt))
  const closed = closesAt !== null && closesAt < now ? dayOf(addSeconds(closesAt, -1)) : dayOf(now)
  const last = earlier(closed, came.at(-1)!) === closed ? came.at(-1)! : closed
  const days: ReceivedDay[] = []
  let total = 0
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const count = counts.get(day) ?? 0
    total += count
    days.push({ day, count, total })
  }
  return days.slice(-MOST_DAYS)
}

function quarterOf(at: Instant): Instant {
  const minutes = String(Math.floor(Number(at.slice(14, 16)) / 15) * 15).padStart(2, '0')
  return `${at.slice(0, 14)}${minutes}:00.000Z`
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}
