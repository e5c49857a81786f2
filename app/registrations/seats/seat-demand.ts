/** How many seats of each quota are asked for. */
export type Demand = Map<string, number>

/** Sums the demand of seats, each of which draws on several quotas; two seats on one quota are one entry. */
export function sumDemand(seats: { quotaIds: string[] }[]): Demand {
  const demand: Demand = new Map()
  for (const { quotaIds } of seats)
    for (const quotaId of new Set(quotaIds)) demand.set(quotaId, (demand.get(quotaId) ?? 0) + 1)
  return demand
}

/** Several demands as one. */
export function joinDemands(demands: Iterable<Demand>): Demand {
  const joined: Demand = new Map()
  for (const demand of demands)
    for (const [quotaId, seats] of demand) joined.set(quotaId, (joined.get(quotaId) ?? 0) + seats)
  return joined
}

/** In the order in which every transaction locks quotas, so that no two wait for each other. */
export function inLockingOrder(demand: Demand): [quotaId: string, seats: number][] {
  return [...demand].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** The first quota without room for the demand, or null when all of it fits. A quota that is not in `room` is full. */
export function lackOf(demand: Demand, room: ReadonlyMap<string, number>): string | null {
  for (const [quotaId, seats] of inLockingOrder(demand)) if ((room.get(quotaId) ?? 0) < seats) return quotaId
  return null
}

/**
 * How full a quota is, as coarsely as a public page tells it: exactly while at most ten seats are left, in tenths
 * above. A page needs to be made anew when this changes, not with every seat.
 */
export function fullness(taken: number, size: number): number {
  const left = Math.max(0, size - taken)
  return left <= 10 ? left : 10 + Math.ceil((left * 10) / size)
}
