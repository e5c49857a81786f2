/** Between one try and the next, in minutes; the last one repeats until a message has been tried for three days. */
const MINUTES = [1, 5, 15, 60, 4 * 60, 12 * 60]
const JITTER = 0.2

/** 5.4 hours of growing pauses and six of twelve hours: a little over three days. */
export const MAXIMUM_ATTEMPTS = 12

/** Seconds until a message is tried again after so many tries; `random` from 0 to 1 spreads them by a fifth. */
export function retryDelay(attempts: number, random: number): number {
  const minutes = MINUTES[Math.min(attempts, MINUTES.length) - 1]!
  return Math.round(minutes * 60 * (1 + JITTER * random))
}
