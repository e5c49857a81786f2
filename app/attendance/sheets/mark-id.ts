import { createHash } from 'node:crypto'

/**
 * The id of the mark that a signature makes: always the same for a row of a sheet, a slot and a state (UUID version 8, RFC
 * 9562, 5.8), so that a sheet that is sent twice marks once.
 */
export function markIdOf(sheetId: string, position: number, slot: string, state: string): string {
  const bytes = createHash('sha256').update(`${sheetId} ${position} ${slot} ${state}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
