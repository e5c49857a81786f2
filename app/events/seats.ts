import { isOffered, type TicketFacts } from './registration-status.ts'

/** Seats of an event as one number. */
export interface SeatCount {
  size: number
  taken: number
}

type Quota = SeatCount & { id: string }

/**
 * How many seats there are, when that can be said in one number: the pool that every limited ticket type draws on,
 * or the sum of pools that no type shares. Otherwise null, and each ticket type speaks for itself.
 */
export function seatCount(
  types: (Pick<TicketFacts, 'admission' | 'isHidden' | 'isAddon'> & { quotas: Quota[] })[],
): SeatCount | null {
  const limited = types.filter((type) => isOffered(type) && type.quotas.length > 0)
  if (limited.length === 0) return null
  const common = limited[0]!.quotas.filter(({ id }) =>
    limited.every((type) => type.quotas.some((one) => one.id === id)),
  )
  if (common.length > 0) {
    const { size, taken } = common.reduce((one, other) => (roomOf(one) <= roomOf(other) ? one : other))
    return { size, taken: Math.min(taken, size) }
  }
  if (limited.some((type) => type.quotas.length > 1)) return null
  const pools = new Map(limited.map((type) => [type.quotas[0]!.id, type.quotas[0]!]))
  return [...pools.values()].reduce<SeatCount>(
    (sum, { size, taken }) => ({ size: sum.size + size, taken: sum.taken + Math.min(taken, size) }),
    { size: 0, taken: 0 },
  )
}

function roomOf({ size, taken }: SeatCount): number {
  return size - taken
}
