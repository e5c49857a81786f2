import type { Frame, Placed } from './candidate.ts'
import { Purse } from './purse.ts'
import type { PlannedShare } from '#app/scholarships/awards/plan-shares.ts'

export type Payable = Placed & { candidate: { isHeld: boolean } }

/**
 * Who pays whom, planned in the order of the ranking: the order in which the decisions are made of it. Whoever holds an
 * offer has their money already. `unpaid`: those for whom the funds have not enough.
 */
export function planMoney(
  frame: Pick<Frame, 'choices' | 'funds' | 'packages' | 'limits'>,
  members: Iterable<Payable>,
): { shares: Map<string, PlannedShare[]>; unpaid: string[]; purse: Purse } {
  const purse = new Purse(frame)
  const shares = new Map<string, PlannedShare[]>()
  const unpaid: string[] = []
  for (const { candidate, choiceId, packageId } of [...members].toSorted(byRank)) {
    const pack = frame.packages.find(({ id }) => id === packageId)
    if (!pack || candidate.isHeld) continue
    const choice = frame.choices.find(({ id }) => id === choiceId)
    const planned = purse.plan(pack, candidate, choice?.code ?? null)
    if (planned === null) unpaid.push(candidate.id)
    else {
      purse.take(planned)
      shares.set(candidate.id, planned)
    }
  }
  return { shares, unpaid, purse }
}

export function byRank(one: Pick<Placed, 'candidate'>, other: Pick<Placed, 'candidate'>): number {
  return one.candidate.rank - other.candidate.rank
}
