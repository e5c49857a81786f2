import type { Because } from './because.ts'
import type { Candidate, SeatChoice } from './candidate.ts'
import type { Draft, Placement } from './draft.ts'
import { isFluent } from './is-fluent.ts'
import { byRank } from './plan-money.ts'
import type { Exchange } from './reach-targets.ts'
import type { Suggestion } from './suggest-cohort.ts'
import { wantedPackages } from './wanted-packages.ts'

/** What happened while a cohort was put together and cannot be seen from its end. */
export interface Story {
  split: ReadonlySet<string>
  exchanges: Exchange[]
  beyondCaps: ReadonlySet<string>
}

/** Why everybody who is in is in, in the order of the ranking. */
export function explainMembers(draft: Draft, story: Story): Suggestion['members'] {
  const members = [...draft.members.values()].toSorted(byRank)
  const teams = Map.groupBy(members, ({ candidate }) => candidate.teamId)
  return members.map((member) => {
    const { candidate, choiceId, packageId, isFixed } = member
    const team = candidate.teamId === null ? [] : teams.get(candidate.teamId)!
    const mates = team.filter((other) => other !== member)
    const because: Because[] = candidate.isHeld
      ? [{ is: 'held' }]
      : isFixed
        ? []
        : [
            { is: 'rank', rank: candidate.rank },
            ...cameFor(candidate, story),
            ...wishReasons(draft, member),
            ...moneyReasons(draft, member),
            ...(mates.length > 0 ? [{ is: 'team' as const, with: numbersOf(mates) }] : []),
            ...(story.split.has(candidate.id) && mates.length === 0 ? [{ is: 'team-split' as const }] : []),
            ...(story.beyondCaps.has(candidate.id) ? [{ is: 'over-cap' as const }] : []),
          ]
    return { candidate, choiceId, packageId, isFixed, because }
  })
}

/** Why everybody else is not, in the order of the ranking. */
export function explainLeftOut(draft: Draft, others: readonly Candidate[], story: Story): Suggestion['leftOut'] {
  return others
    .toSorted((one, other) => one.rank - other.rank)
    .map((candidate) => ({ candidate, because: whyLeftOut(draft, candidate, story) }))
}

function whyLeftOut(draft: Draft, candidate: Candidate, story: Story): Because[] {
  if (!candidate.isEligible) return [{ is: 'not-eligible' }]
  if (candidate.score === null) return [{ is: 'unreviewed' }]
  const rank: Because = { is: 'rank', rank: candidate.rank }
  const gave = story.exchanges.findLast(({ left }) => left.includes(candidate))
  if (gave)
    return [
      rank,
      { is: 'gave-way', targets: gave.targets, to: numbersOf(gave.came.map((came) => ({ candidate: came }))) },
    ]
  const attempt = draft.seek(candidate)
  return [
    rank,
    ...(attempt.ok ? [{ is: 'targets' as const }] : attempt.why),
    ...(story.split.has(candidate.id) ? [{ is: 'team-split' as const }] : []),
  ]
}

function cameFor(candidate: Candidate, { exchanges }: Story): Because[] {
  const exchange = exchanges.findLast(({ came }) => came.includes(candidate))
  if (!exchange) return []
  return [
    { is: 'target', targets: exchange.targets, instead: numbersOf(exchange.left.map((left) => ({ candidate: left }))) },
  ]
}

/** Which of the wishes it is, and what stood before the earlier ones. */
function wishReasons({ frame, tally }: Draft, { candidate, choiceId }: Placement): Because[] {
  const choice = frame.choices.find(({ id }) => id === choiceId)
  const at = candidate.wishes.indexOf(choiceId ?? '')
  if (!choice || at === -1) return []
  const earlier = candidate.wishes.slice(0, at).flatMap((id) => frame.choices.find((one) => one.id === id) ?? [])
  const obstacle = (one: SeatChoice) => {
    if (one.isClosed) return 'closed'
    if (!isFluent(frame, candidate, one)) return 'language'
    return one.seats !== null && tally.seatsTaken(one.id) >= one.seats ? 'full' : 'money'
  }
  const obstacles = Map.groupBy(earlier, obstacle)
  return [
    { is: 'wish', wish: at + 1, choice: choice.code },
    ...[...obstacles].map(([is, choices]): Because => ({ is, choices: choices.map(({ code }) => code) })),
  ]
}

function moneyReasons({ frame }: Draft, { candidate, packageId, shares }: Placement): Because[] {
  if (frame.packages.length === 0) return []
  const pack = frame.packages.find(({ id }) => id === packageId)
  if (!pack) return [{ is: 'own-means' }]
  const payers = new Set(shares.map(({ fundId }) => fundId))
  const funds = frame.funds.filter(({ id }) => payers.has(id)).map(({ code }) => code)
  const wanted = wantedPackages(frame, candidate)[0]
  return [
    { is: 'paid', package: pack.code, funds },
    ...(wanted && wanted.id !== pack.id ? [{ is: 'smaller' as const, package: wanted.code }] : []),
  ]
}

function numbersOf(people: readonly { candidate: Candidate }[]): number[] {
  return people.map(({ candidate }) => candidate.number ?? 0)
}
