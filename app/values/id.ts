import { randomInt } from 'node:crypto'
import { epochMilliseconds, type Instant } from './moment.ts'
import { random32 } from './random.ts'

/** A time-ordered identifier: UUID version 7 (RFC 9562, 5.7) in its 36-character text form. */
export type Id = string

const COUNTERS = 2 ** 42

/** Never begins again within a process, so that ids of one millisecond ascend however requests alternate. */
let counter = randomInt(COUNTERS / 2)

/** How the ids of the moment that was asked for last begin: many are made at one, and the counter's first part stays. */
let newest = { now: '', high: -1, begins: '' }

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * Ids of one process and one millisecond sort in the order they were made: the first 42 random bits are a counter
 * with random steps (RFC 9562, 6.2, method 2), the last 32 stay random.
 */
export function newId(now: Instant): Id {
  counter = (counter + 1 + (random32() % 4096)) % COUNTERS
  const last = random32()
  const low = 0x8000_0000 + (counter % 2 ** 30)
  return `${beginningAt(now)}${pair(low >>> 16)}-${pair(low)}${pair(last >>> 16)}${pair(last)}`
}

function beginningAt(now: Instant): string {
  const high = Math.floor(counter / 2 ** 30)
  if (newest.now !== now || newest.high !== high) {
    const hex = epochMilliseconds(now).toString(16).padStart(12, '0')
    newest = { now, high, begins: `${hex.slice(0, 8)}-${hex.slice(8)}-${(0x7000 + high).toString(16)}-` }
  }
  return newest.begins
}

/** The last sixteen bits of a number. */
function pair(bits: number): string {
  return BYTES[(bits >>> 8) & 255]! + BYTES[bits & 255]!
}
