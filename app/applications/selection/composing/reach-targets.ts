import type { Candidate } from './candidate.ts'
import { exchangeable, valueOf, WORTH_OF_TARGET } from './draft-value.ts'
import type { Draft, Placement } from './draft.ts'
import { makeWay } from './make-way.ts'
import { countsFor } from './tally.ts'
import { unitsOf } from './units.ts'
import { targetName, type Target } from '../limits/limits.ts'

/** Somebody came in for a target, in place of others. */
export interface Exchange {
  came: Candidate[]
  left: Candidate[]
  /** Names of the targets that were short. */
  targets: string[]
}

const MOST_EXCHANGES = 400
const HELPERS_EACH = 30
const MOST_LEAVERS = 160
const MOST_TRIES = 300
const MOST_TEAMS = 20

/**
 * Exchanges people for others who bring a target nearer, each time the two by whom most is won: as little score as
 * possible for what the targets lack. No wall breaks, no cap is passed, and who was put in by hand stays.
 */
export function reachTargets(draft: Draft, outside: readonly Candidate[]): Exchange[] {
  const exchanges: Exchange[] = []
  while (exchanges.length < MOST_EXCHANGES && draft.tally.gaps() > 0) {
    const short = draft.frame.limits.targets.filter((target) => draft.tally.gap(target) > 0)
    const others = outside.filter(({ id, score }) => score !== null && !draft.members.has(id))
    const done = exchangeOne(draft, others, short) ?? exchangeMore(draft, others, short)
    if (!done) break
    exchanges.push({ ...done, targets: short.map(targetName) })
  }
  return exchanges
}

interface Pair {
  candidate: Candidate
  leaver: Placement
  won: number
}

function exchangeOne(
  draft: Draft,
  others: readonly Candidate[],
  short: readonly Target[],
): Omit<Exchange, 'targets'> | null {
  const leavers = exchangeable(draft).slice(0, MOST_LEAVERS)
  const pairs = helpersFor(draft, others, short)
    .flatMap((candidate) =>
      leavers.map((leaver): Pair => ({ candidate, leaver, won: wonBy(draft, candidate, leaver) })),
    )
    .filter(({ won }) => won > 0)
    .toSorted((one, other) => other.won - one.won)
  for (const { candidate, leaver } of pairs.slice(0, MOST_TRIES)) {
    const before = valueOf(draft)
    draft.take(leaver.candidate.id)
    const attempt = draft.seek(candidate)
    if (attempt.ok) {
      draft.put(attempt.placement)
      if (valueOf(draft) > before && draft.settleMoney().length === 0)
        return { came: [candidate], left: [leaver.candidate] }
      draft.take(candidate.id)
    }
    draft.put(leaver)
  }
  return null
}

/** A team, or somebody before whom both a cap and a seat stand: several leave for them. */
function exchangeMore(
  draft: Draft,
  others: readonly Candidate[],
  short: readonly Target[],
): Omit<Exchange, 'targets'> | null {
  const areTeamsShort = short.some(({ kind }) => kind === 'teams')
  const teams = areTeamsShort ? unitsOf(others).filter(({ people }) => people.length > 1) : []
  const wanted = [
    ...teams.slice(0, MOST_TEAMS).map(({ people }) => people),
    ...helpersFor(draft, others, short).map((candidate) => [candidate]),
  ]
  for (const came of wanted) {
    const left = makeWay(draft, came, others)
    if (left) return { came, left }
  }
  return null
}

/** For each target that is short, the best of those who would bring it nearer. */
function helpersFor(draft: Draft, others: readonly Candidate[], short: readonly Target[]): Candidate[] {
  const helpers = new Set<Candidate>()
  for (const target of short) {
    let left = HELPERS_EACH
    for (const candidate of others) {
      if (left === 0) break
      if (!helps(draft, candidate, target)) continue
      helpers.add(candidate)
      left--
    }
  }
  return [...helpers]
}

function helps(draft: Draft, candidate: Candidate, target: Target): boolean {
  const { kind, of, least } = target
  if (kind === 'countries') return candidate.residence !== null && draft.tally.ofCountry(candidate.residence) === 0
  if (kind === 'teams') return false
  if (kind === 'full')
    return draft.frame.choices.some(
      (choice) => choice.taughtIn === of && candidate.wishes.includes(choice.id) && !draft.isFull(choice),
    )
  const isLacking = least !== null && draft.tally.hits(target) * 100 < least * draft.tally.size
  return countsFor(target, candidate) === isLacking
}

/** What an exchange would win, as far as it can be told without looking for a seat and money. */
function wonBy(draft: Draft, candidate: Candidate, leaver: Placement): number {
  const { tally } = draft
  const before = tally.gaps()
  tally.remove(leaver)
  const free = candidate.wishes.find((id) =>
    draft.frame.choices.some((choice) => choice.id === id && !draft.isFull(choice)),
  )
  const incoming = { candidate, choiceId: free ?? leaver.choiceId }
  tally.add(incoming)
  const after = tally.gaps()
  tally.remove(incoming)
  tally.add(leaver)
  return (candidate.score ?? 0) - (leaver.candidate.score ?? 0) + WORTH_OF_TARGET * (before - after)
}
