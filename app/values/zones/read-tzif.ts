import { expandRule } from './posix-rule.ts'
import { tidy } from './tidy.ts'
import type { Transition } from './zone-data.ts'

const HEADER = 44
const LAST_YEAR = 2037

/**
 * A compiled zone of `/usr/share/zoneinfo` (RFC 9636): its 64-bit part, and its last line for the years that follow.
 * @throws RangeError for what is no such file, or ends too early.
 */
export function readTzif(bytes: Uint8Array): Transition[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The first part, of 32 bits, is there for old readers.
  const start = partAt(view, 0, 4).end
  const part = partAt(view, start, 8)
  const { timeCount, typesAt } = part
  const indexesAt = start + HEADER + timeCount * 8
  const offsetOf = (type: number) => view.getInt32(typesAt + type * 6)
  const found: Transition[] = [{ at: -Infinity, offset: offsetOf(0) }]
  for (let index = 0; index < timeCount; index += 1) {
    const at = Number(view.getBigInt64(start + HEADER + index * 8))
    found.push({ at, offset: offsetOf(view.getUint8(indexesAt + index)) })
  }
  const rule = new TextDecoder().decode(bytes.subarray(part.end)).split('\n')[1]
  if (rule === undefined) throw new RangeError('a TZif file without an end')
  return tidy(rule === '' ? found : [...found, ...after(found.at(-1)!.at, rule)])
}

/** The 64-bit part holds until its last transition, and the rule from there on. */
function after(last: number, rule: string): Transition[] {
  const firstYear = Math.max(1970, new Date(Math.max(last, 0) * 1000).getUTCFullYear() - 1)
  return expandRule(rule, firstYear, LAST_YEAR).filter(({ at }) => at > last)
}

function partAt(view: DataView, start: number, timeLength: 4 | 8) {
  const isTzif = view.getUint32(start) === 0x54_5a_69_66 && view.getUint8(start + 4) >= 0x32
  if (!isTzif) throw new RangeError('not a TZif file of version 2 or later')
  const [utcCount, standardCount, leapCount, timeCount, typeCount, letterCount] = [20, 24, 28, 32, 36, 40].map((at) =>
    view.getUint32(start + at),
  ) as [number, number, number, number, number, number]
  const typesAt = start + HEADER + timeCount * (timeLength + 1)
  const end = typesAt + typeCount * 6 + letterCount + leapCount * (timeLength + 4) + standardCount + utcCount
  return { timeCount, typesAt, end }
}
