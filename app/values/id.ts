import { randomBytes, randomInt } from 'node:crypto'
import { epochMilliseconds, type Instant } from './moment.ts'

/** A time-ordered identifier: UUID version 7 (RFC 9562, 5.7) in its 36-character text form. */
export type Id = string

const COUNTERS = 2 ** 42

/** Never begins again within a process, so that ids of one millisecond ascend however requests alternate. */
let counter = randomInt(COUNTERS / 2)

/**
 * Ids of one process and one millisecond sort in the order they were made: the first 42 random bits are a counter
 * with random steps (RFC 9562, 6.2, method 2), the last 32 stay random.
 */
export function newId(now: Instant): Id {
  const bytes = randomBytes(16)
  counter = (counter + 1 + (bytes.readUInt16BE(0) % 4096)) % COUNTERS
  bytes.writeUIntBE(epochMilliseconds(now), 0, 6)
  bytes.writeUInt16BE(0x7000 + Math.floor(counter / 2 ** 30), 6)
  bytes.writeUInt32BE(0x8000_0000 + (counter % 2 ** 30), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
