import type { Candidate } from './candidate.ts'
import { exchangeable, valueOf } from './draft-value.ts'
import type { Draft, Placement } from './draft.ts'

/** Of those who could leave for a cap or for a seat, so many are tried, the lowest in rank first. */
const MOST_EACH = 3

/** So many of those outside are looked at for a seat that is left over. */
const MOST_LOOKED_AT = 150

/**
 * Lets people in for whom others leave: for each one who frees the seat, and where a cap stands before it one more; a
 * seat that is left over goes to the next in rank whom it fits.
 * @returns who left; null, and nothing has changed, when not all can come or it is not worth while.
 */
export function makeWay(draft: Draft, people: readonly Candidate[], others: readonly Candidate[]): Candidate[] | null {
  const before = valueOf(draft)
  const left: Placement[] = []
  const came: string[] = []
  for (const person of people) {
    const leavers = admit(draft, person, came)
    if (leavers === null) break
    came.push(person.id)
    left.push(...leavers)
  }
  const isWhole = came.length === people.length
  const refilled = isWhole ? refill(draft, { others, but: left, most: left.length - came.length }) : []
  if (isWhole && valueOf(draft) > before && draft.settleMoney().length === 0)
    return left.filter(({ candidate }) => !draft.members.has(candidate.id)).map(({ candidate }) => candidate)
  for (const id of [...came, ...refilled]) draft.take(id)
  for (const placement of left) draft.put(placement)
  return null
}

/** Gives one person a place: a free one, or that of somebody who can leave, or of two. */
function admit(draft: Draft, person: Candidate, came: readonly string[]): Placement[] | null {
  if (place(draft, person)) return []
  const leavers = exchangeable(draft).filter(({ candidate }) => !came.includes(candidate.id))
  const forCap =
    draft.capsAgainst(person).length > 0 ? leavers.filter(({ candidate }) => isLike(candidate, person)) : []
  const forSeat = leavers.filter(({ choiceId }) => choiceId === null || person.wishes.includes(choiceId))
  const first = forCap.length > 0 ? forCap : forSeat
  return (
    leaveAndPlace(draft, person, first) ??
    leaveAndPlace(draft, person, first.slice(0, MOST_EACH), forSeat.slice(0, MOST_EACH))
  )
}

function leaveAndPlace(
  draft: Draft,
  person: Candidate,
  first: readonly Placement[],
  second?: readonly Placement[],
): Placement[] | null {
  for (const one of first) {
    draft.take(one.candidate.id)
    if (second === undefined) {
      if (place(draft, person)) return [one]
    } else {
      const more = leaveAndPlace(
        draft,
        person,
        second.filter((other) => other !== one),
      )
      if (more) return [one, ...more]
    }
    draft.put(one)
  }
  return null
}

function refill(
  draft: Draft,
  { others, but, most }: { others: readonly Candidate[]; but: readonly Placement[]; most: number },
): string[] {
  const added: string[] = []
  const isLeaver = ({ id }: Candidate) => but.some(({ candidate }) => candidate.id === id)
  let looked = 0
  for (const candidate of others) {
    if (added.length >= most || looked >= MOST_LOOKED_AT) break
    if (draft.members.has(candidate.id) || isLeaver(candidate)) continue
    looked++
    if (place(draft, candidate)) added.push(candidate.id)
  }
  return added
}

function place(draft: Draft, candidate: Candidate): boolean {
  const attempt = draft.seek(candidate)
  if (attempt.ok) draft.put(attempt.placement)
  return attempt.ok
}

function isLike(one: Candidate, other: Candidate): boolean {
  return (
    one.residence === other.residence || (one.institutionKey !== null && one.institutionKey === other.institutionKey)
  )
}
