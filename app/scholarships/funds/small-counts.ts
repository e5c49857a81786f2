/** Below it a number of people is not told (decision 27): two women of one country are two women whom colleagues know. */
export const SMALLEST = 5

/** How many people somebody reads about: a number, or that it is fewer than five. */
export interface ToldCount {
  value: string
  /** null: fewer than five. */
  count: number | null
}

/**
 * Counts of people by something, most first, as they may leave the house: none below five. One small count alone could
 * be subtracted from the sum, so the next larger one goes with it.
 */
export function toldCounts(counts: ReadonlyMap<string, number>): ToldCount[] {
  const rows = [...counts].toSorted(([one, ofOne], [other, ofOther]) => ofOther - ofOne || one.localeCompare(other))
  const small = rows.filter(([, count]) => count < SMALLEST).length
  const hiddenFrom = small === 1 && rows.length > 1 ? rows.length - 2 : rows.length - small
  return rows.map(([value, count], at) => ({ value, count: at < hiddenFrom ? count : null }))
}
