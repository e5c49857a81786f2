import { DATA_ENDS, DATA_STARTS, type Transition } from './zone-data.ts'

/** Transitions as `ZoneData` has them: sorted, of the years that are needed, each to another offset than before. */
export function tidy(transitions: readonly Transition[]): Transition[] {
  const tidied: Transition[] = []
  for (const { at, offset } of transitions.toSorted((one, other) => one.at - other.at)) {
    if (at >= DATA_ENDS) break
    // What was in force when the data begins was so from the start.
    const isEarly = at <= DATA_STARTS
    if (isEarly || tidied.at(-1)?.at === at) tidied.pop()
    if (tidied.at(-1)?.offset !== offset) tidied.push({ at: isEarly ? -Infinity : at, offset })
  }
  return tidied
}
