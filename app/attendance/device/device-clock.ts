import type { Instant } from '#app/values/moment.ts'

/** More than this, and the device says that its clock is wrong. */
const WRONG_FROM = 5 * 60_000

/** What the device's own clock says: the one place where the page reads it. */
export function deviceNow(): number {
  return Date.now()
}

/** By how many milliseconds the device is behind the server; below zero when it is ahead. */
export function offsetOf(server: Instant, device: number): number {
  return Date.parse(server) - device
}

export function isWrong(offset: number): boolean {
  return Math.abs(offset) > WRONG_FROM
}

/** What the device's clock showed, as the moment it was. */
export function putRight(device: number, offset: number): Instant {
  return new Date(device + offset).toISOString()
}

/**
 * The moment of the next mark: never the same as the last one's, nor before it, so that a mark that takes another back
 * is the newer of the two wherever they meet.
 */
export function nextMoment(right: Instant, last: Instant): Instant {
  return right > last ? right : new Date(Date.parse(last) + 1).toISOString()
}
