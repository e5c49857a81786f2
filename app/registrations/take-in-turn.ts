/**
 * Takes the next `most` of those who wait, each group in the order in which its own came. When there are more, the groups
 * take turns, so that a single one does not wait behind the hundreds of another.
 */
export function takeInTurn<One>(
  waiting: One[],
  most: number,
  groupOf: (one: One) => string,
): { batch: One[]; rest: One[] } {
  if (waiting.length <= most) return { batch: waiting, rest: [] }
  const groups = [...Map.groupBy(waiting, groupOf).values()]
  const taken = new Set<One>()
  for (let round = 0; taken.size < most; round++)
    for (const group of groups) if (round < group.length && taken.size < most) taken.add(group[round]!)
  return { batch: waiting.filter((one) => taken.has(one)), rest: waiting.filter((one) => !taken.has(one)) }
}
