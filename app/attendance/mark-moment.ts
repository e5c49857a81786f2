import { epochMilliseconds, type Instant, toInstant } from '#app/values/moment.ts'

const REPORTED_FROM = 5 * 60
const CONFLICT_FROM = 12 * 60 * 60

/** What the device put right by itself is kept when it agrees with ours to a minute: its own order is finer. */
const AGREES = 60_000

/** With years of four digits. */
const [FIRST_MOMENT, LAST_MOMENT] = [Date.UTC(1000, 0), Date.UTC(9999, 11)]

/** By how many seconds a device's clock is ahead of ours (below zero: behind); 0 when it is not worth a word. */
export function clockOffBy(deviceNow: Instant | undefined, now: Instant): number {
  if (deviceNow === undefined) return 0
  const seconds = Math.round((epochMilliseconds(deviceNow) - epochMilliseconds(now)) / 1000)
  return Math.abs(seconds) > REPORTED_FROM ? seconds : 0
}

export function isWrongClock(offBy: number): boolean {
  return Math.abs(offBy) > CONFLICT_FROM
}

/**
 * When something was seen: what the device's clock showed, put right by what it showed when it sent. Never later than now,
 * or a mark from the future would hold for ever.
 */
export function momentOfMark(
  { at, deviceAt }: { at: Instant; deviceAt?: Instant | undefined },
  { deviceNow, now }: { deviceNow?: Instant | undefined; now: Instant },
): Instant {
  const wanted = deviceAt && deviceNow ? putRight(at, deviceAt, deviceNow, now) : at
  return wanted > now ? now : wanted
}

function putRight(at: Instant, deviceAt: Instant, deviceNow: Instant, now: Instant): Instant {
  const right = epochMilliseconds(deviceAt) + epochMilliseconds(now) - epochMilliseconds(deviceNow)
  if (Math.abs(right - epochMilliseconds(at)) <= AGREES) return at
  // Two clocks of which one is thousands of years off lead out of the calendar: then nothing is put right.
  return right >= FIRST_MOMENT && right <= LAST_MOMENT ? toInstant(right) : at
}
