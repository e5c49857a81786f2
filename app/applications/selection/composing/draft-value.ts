import type { Draft, Placement } from './draft.ts'

/** So many thousandths of a point a target may cost for each person, country or team that it lacks: 30 points of 100. */
export const WORTH_OF_TARGET = 30_000

/** What a suggestion makes as large as it can: the scores of its people, less what its targets lack. */
export function valueOf(draft: Draft): number {
  let scores = 0
  for (const { candidate } of draft.members.values()) scores += candidate.score ?? 0
  return scores - WORTH_OF_TARGET * draft.tally.gaps()
}

/** Who may leave for somebody else: not by hand, not one of a team that is in together; the lowest in rank first. */
export function exchangeable(draft: Draft): Placement[] {
  const members = [...draft.members.values()]
  const teams = Map.groupBy(members, ({ candidate }) => candidate.teamId)
  const isTogether = ({ candidate }: Placement) => candidate.teamId !== null && teams.get(candidate.teamId)!.length > 1
  return members
    .filter((placement) => !placement.isFixed && !isTogether(placement))
    .toSorted((one, other) => other.candidate.rank - one.candidate.rank)
}
