/**
 * Which of these groups may be shown beside their total, by how many answered in each: none smaller than `minimum`, and
 * none whose rest (the total without all that is shown) would be smaller, since whoever has the total can take away what
 * is shown. Where the rest is too small the smallest of the others is hidden with it. Empty groups hide nothing.
 */
export function showableGroups(counts: ReadonlyMap<string, number>, minimum: number): Set<string> {
  const held = [...counts]
    .filter(([, count]) => count > 0)
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  const shown = held.filter(([, count]) => count >= minimum)
  let rest = held.slice(shown.length).reduce((sum, [, count]) => sum + count, 0)
  while (rest > 0 && rest < minimum && shown.length > 0) rest += shown.pop()![1]
  return new Set(shown.map(([group]) => group))
}
