import { type AddressRange, overlap, readRanges } from './address-range.ts'

/** Pairs of seats whose addresses overlap, by their labels: a warning, since a lab may mean it. */
export function findOverlaps(seats: { label: string; addressRange: string }[]): [string, string][] {
  const ranges = seats.flatMap(({ label, addressRange }) => {
    const read = readRanges(addressRange)
    return 'code' in read ? [] : read.map((range) => ({ label, range }))
  })
  // In the order of their first address only neighbours that still reach on can overlap.
  const sorted = ranges.toSorted((one, other) => compare(one.range, other.range))
  const pairs = new Map<string, [string, string]>()
  let open: typeof sorted = []
  for (const one of sorted) {
    open = open.filter((other) => overlap(other.range, one.range))
    for (const other of open)
      if (other.label !== one.label) pairs.set(`${other.label} ${one.label}`, [other.label, one.label])
    open.push(one)
  }
  return [...pairs.values()]
}

function compare(one: AddressRange, other: AddressRange): number {
  if (one.version !== other.version) return one.version - other.version
  return one.first < other.first ? -1 : one.first > other.first ? 1 : 0
}
