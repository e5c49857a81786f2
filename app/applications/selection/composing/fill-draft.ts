import type { Draft } from './draft.ts'
import { compareUnits, splitUnit, type Unit } from './units.ts'

/**
 * Goes through the units in order and gives each the best place that is left. A team is placed as a whole; where it does
 * not fit, its people are considered one by one, each at the place of their own score.
 * @returns the ids of those whose team was split.
 */
export function fillDraft(draft: Draft, units: readonly Unit[]): Set<string> {
  const split = new Set<string>()
  const queue = units.toSorted(compareUnits)
  for (let at = 0; at < queue.length; at++) {
    const unit = queue[at]!
    if (placeUnit(draft, unit) || unit.people.length === 1) continue
    for (const single of splitUnit(unit)) {
      split.add(single.people[0]!.id)
      const before = queue.findIndex((other, place) => place > at && compareUnits(single, other) < 0)
      queue.splice(before === -1 ? queue.length : before, 0, single)
    }
  }
  return split
}

/** All people of a unit, or none. */
function placeUnit(draft: Draft, { people }: Unit): boolean {
  const placed: string[] = []
  for (const candidate of people) {
    const attempt = draft.seek(candidate)
    if (!attempt.ok) {
      for (const id of placed) draft.take(id)
      return false
    }
    draft.put(attempt.placement)
    placed.push(candidate.id)
  }
  return true
}
