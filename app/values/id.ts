import { randomBytes } from 'node:crypto'
import { epochMilliseconds, type Instant } from './moment.ts'

/** A time-ordered identifier: UUID version 7 (RFC 9562, 5.7) in its 36-character text form. */
export type Id = string

export function newId(now: Instant): Id {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(epochMilliseconds(now), 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
