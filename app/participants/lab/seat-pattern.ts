import { readSeat, type SeatFacts } from './seat-facts.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** Seats as they are made in one go: `pc1` to `pc24` in rows of six. */
export interface SeatPattern {
  prefix: string
  /** The number of the first. */
  from: number
  count: number
  columns: number
  /** The row of the room that the first one stands in. */
  firstRow: number
  /** Patterns: `{n}` is the number, `{n:hex}` the same in base 16, `{label}` the label. */
  machine: string
  addressRange: string
  zoneName: string
}

/** The seats of a pattern; every fault once, at the field of the pattern that it comes from. */
export function seatsOfPattern(pattern: SeatPattern): { seats: SeatFacts[]; refusals: Refusal[] } {
  const read = Array.from({ length: pattern.count }, (_, at) => {
    const number = pattern.from + at
    const label = `${pattern.prefix}${number}`
    const filled = (text: string) =>
      text
        .replaceAll('{n}', String(number))
        .replaceAll('{n:hex}', number.toString(16))
        .replaceAll('{label}', label.toLowerCase())
    return readSeat({
      label,
      gridRow: pattern.firstRow + Math.floor(at / pattern.columns),
      gridColumn: (at % pattern.columns) + 1,
      machine: filled(pattern.machine),
      addressRange: filled(pattern.addressRange),
      zoneName: filled(pattern.zoneName),
    })
  })
  const refusals = new Map<string, Refusal>()
  for (const refusal of read.flatMap((one) => one.refusals)) {
    const field = refusal.field === 'label' ? 'prefix' : refusal.field!
    if (!refusals.has(field)) refusals.set(field, { ...refusal, field })
  }
  return { seats: read.map(({ facts }) => facts), refusals: [...refusals.values()] }
}
