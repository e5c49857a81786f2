import type { Because } from './because.ts'
import type { Candidate, Frame, Placed } from './candidate.ts'
import { valueOf } from './draft-value.ts'
import { Draft } from './draft.ts'
import { explainLeftOut, explainMembers, type Story } from './explain.ts'
import { fillDraft } from './fill-draft.ts'
import { byRank } from './plan-money.ts'
import { reachTargets } from './reach-targets.ts'
import { unitsOf } from './units.ts'

export interface Suggestion {
  members: (Placed & { isFixed: boolean; because: Because[] })[]
  /** Everybody else who could have been taken, with the reason why not. */
  leftOut: { candidate: Candidate; because: Because[] }[]
}

interface Asked {
  candidates: readonly Candidate[]
  /** Those who are in by hand or by an offer, with what they get. */
  inByHand: readonly Placed[]
  outByHand: ReadonlySet<string>
  /** Whether seats that caps leave empty are filled all the same. */
  beyondCaps?: boolean
}

const ROUNDS = 4

/**
 * Fills a cohort: in the order of the ranking everybody gets the best of their wishes that has a seat and money left, as
 * the caps allow; then people are exchanged for others as far as targets ask for it and are worth it. Walls never break.
 * The same input gives the same cohort. `broken`: those put in by hand for whom there is no seat or no money any more.
 */
export function suggestCohort(
  frame: Frame,
  { candidates, inByHand, outByHand, beyondCaps = false }: Asked,
): { ok: true; value: Suggestion } | { ok: false; broken: Candidate[] } {
  const draft = new Draft(frame)
  const broken = inByHand.toSorted(byRank).filter((placed) => !draft.fix(placed))
  if (broken.length > 0) return { ok: false, broken: broken.map(({ candidate }) => candidate) }
  const unpaid = draft.settleMoney()
  if (unpaid.length > 0) return { ok: false, broken: candidates.filter(({ id }) => unpaid.includes(id)) }
  const outside = candidates
    .filter(({ id, isEligible }) => isEligible && !outByHand.has(id) && !draft.members.has(id))
    .toSorted((one, other) => one.rank - other.rank)
  const split = fillDraft(draft, unitsOf(outside))
  dropUnpaid(draft)
  const story: Story = { split, exchanges: [], beyondCaps: new Set() }
  for (let round = 0; round < ROUNDS; round++) {
    const exchanges = reachTargets(draft, outside)
    story.exchanges.push(...exchanges)
    const more = [addMore(draft, outside).length > 0, betterWishes(draft)]
    if (exchanges.length === 0 && !more.includes(true)) break
  }
  if (beyondCaps) story.beyondCaps = new Set(addMore(draft, outside, true))
  const others = candidates.filter(({ id }) => !draft.members.has(id) && !outByHand.has(id))
  return { ok: true, value: { members: explainMembers(draft, story), leftOut: explainLeftOut(draft, others, story) } }
}

/** Planned in another order than that of the ranking, the money may have lasted longer: who is lowest in rank gives way. */
function dropUnpaid(draft: Draft): void {
  while (draft.settleMoney().length > 0) {
    const paid = [...draft.members.values()].filter(({ isFixed, packageId }) => !isFixed && packageId !== null)
    draft.take(paid.toSorted(byRank).at(-1)!.candidate.id)
  }
}

/** Those for whom there is still a place and the money, as long as the whole does not lose by it. */
function addMore(draft: Draft, outside: readonly Candidate[], beyondCaps = false): string[] {
  const added: string[] = []
  for (const candidate of outside) {
    if (candidate.score === null || draft.members.has(candidate.id)) continue
    const attempt = draft.seek(candidate, { beyondCaps })
    if (!attempt.ok) continue
    const before = valueOf(draft)
    draft.put(attempt.placement)
    if (valueOf(draft) >= before && draft.settleMoney().length === 0) added.push(candidate.id)
    else draft.take(candidate.id)
  }
  return added
}

/** Lets everybody, in order, take a better place that came free meanwhile. */
function betterWishes(draft: Draft): boolean {
  let isBetter = false
  for (const placement of [...draft.members.values()].toSorted(byRank)) {
    if (placement.isFixed) continue
    const before = valueOf(draft)
    draft.take(placement.candidate.id)
    const attempt = draft.seek(placement.candidate, { beyondCaps: true })
    const found = attempt.ok ? attempt.placement : placement
    const isOther = found.choiceId !== placement.choiceId || found.packageId !== placement.packageId
    draft.put(isOther ? found : placement)
    if (!isOther) continue
    if (valueOf(draft) >= before && draft.settleMoney().length === 0) isBetter = true
    else {
      draft.take(placement.candidate.id)
      draft.put(placement)
    }
  }
  return isBetter
}
