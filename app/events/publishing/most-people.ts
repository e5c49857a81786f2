import type { CheckedQuota, CheckedType } from './publish-facts.ts'

/**
 * How many people these ticket types let in at most: pools that many types share count once, and a pool whose types
 * all draw on a shared one as well counts not at all. Null when a type has no limit.
 */
export function mostPeople(
  types: Pick<CheckedType, 'id' | 'quotaIds'>[],
  quotas: Pick<CheckedQuota, 'id' | 'size'>[],
): number | null {
  if (types.some(({ quotaIds }) => quotaIds.length === 0)) return null
  let [open, people] = [types, 0]
  while (open.length > 0) {
    const drawn = (id: string) => open.filter(({ quotaIds }) => quotaIds.includes(id)).length
    const [widest] = quotas.toSorted((one, other) => drawn(other.id) - drawn(one.id) || one.size - other.size)
    if (!widest || drawn(widest.id) === 0) return null
    people += widest.size
    open = open.filter(({ quotaIds }) => !quotaIds.includes(widest.id))
  }
  return people
}
