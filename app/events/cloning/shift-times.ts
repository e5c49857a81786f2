import { addDays, type Instant, instantOf, toInstant, epochMilliseconds, wallClock } from '#app/values/moment.ts'
import { offsetAt } from '#app/values/zones/offsets.ts'
import { localEpoch, readWall } from '#app/values/zones/wall-moments.ts'

const DAY = 86_400_000

/** A wall-clock time that its new day does not have, and the first one after it that stands for it. */
export interface MovedTime {
  day: string
  from: string
  to: string
  zone: string
}

/**
 * Moves times by whole days, so that clocks show on the new day what they showed on the old one, whatever they did in
 * between. What a new day does not have moves forward, and is told.
 */
export function shiftTimes(days: number, zone: string) {
  const moved = new Map<string, MovedTime>()

  function tell(time: MovedTime): void {
    moved.set(JSON.stringify(time), time)
  }

  /** A moment, on the clocks of the event unless it was set on others. */
  function moment(at: Instant, clock = zone): Instant {
    const epoch = epochMilliseconds(at)
    const local = epoch + offsetAt(clock, epoch) + days * DAY
    const { moments, skipped } = readWall(local, clock)
    if (!skipped) return toInstant(moments[0]!)
    const taken = toInstant(skipped.taken)
    const wanted = toInstant(local)
    tell({ day: wanted.slice(0, 10), from: wanted.slice(11, 16), to: wallClock(taken, clock).time, zone: clock })
    return taken
  }

  /** A day. */
  function day(on: string): string {
    return addDays(on, days)
  }

  /** A time on a day that has moved already: as it was, or the one that stands for it. */
  function time(on: string, wanted: string): string {
    if (wanted === '24:00' || !readWall(localEpoch(on, wanted), zone).skipped) return wanted
    const to = wallClock(instantOf(on, wanted, zone), zone).time
    tell({ day: on, from: wanted, to, zone })
    return to
  }

  return { days, zone, moment, day, time, moved: () => [...moved.values()] }
}

export type Shift = ReturnType<typeof shiftTimes>

/** An hour on a day that has moved already. It still ends after it begins where its beginning had to move past its end. */
export function shiftHour(shift: Shift, on: string, hour: { startsTime: string; endsTime: string }) {
  const startsTime = shift.time(on, hour.startsTime)
  const endsTime = shift.time(on, hour.endsTime)
  if (startsTime < endsTime || hour.endsTime <= hour.startsTime) return { startsTime, endsTime }
  const length = localEpoch(on, hour.endsTime) - localEpoch(on, hour.startsTime)
  const ends = toInstant(localEpoch(on, startsTime) + length).slice(11, 16)
  return { startsTime, endsTime: ends > startsTime ? ends : '24:00' }
}
