import type { Candidate } from './candidate.ts'

/** Who is considered together: one person, or those who applied as a team. */
export interface Unit {
  people: Candidate[]
  /** In thousandths: of a team the mean of its people. */
  score: number
  /** They applied together, and there was no place for all. */
  wasTeam?: boolean
}

/**
 * Who can be suggested, in order: by score, a team by the mean of its people; equal scores as the ranking has them.
 * Who was not reviewed cannot.
 */
export function unitsOf(candidates: readonly Candidate[]): Unit[] {
  const reviewed = candidates.filter(({ score }) => score !== null)
  const teams = Map.groupBy(reviewed, ({ teamId, id }) => teamId ?? id)
  return [...teams.values()].map(unitOf).toSorted(compareUnits)
}

/** The people of a team that does not fit as a whole, each for themselves. */
export function splitUnit({ people }: Unit): Unit[] {
  return people.map((candidate) => ({ ...unitOf([candidate]), wasTeam: true }))
}

export function compareUnits(one: Unit, other: Unit): number {
  return other.score - one.score || one.people[0]!.rank - other.people[0]!.rank
}

function unitOf(people: Candidate[]): Unit {
  const score = Math.round(people.reduce((sum, candidate) => sum + candidate.score!, 0) / people.length)
  return { people: people.toSorted((one, other) => one.rank - other.rank), score }
}
