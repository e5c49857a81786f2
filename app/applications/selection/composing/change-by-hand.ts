import type { Candidate, Frame, Placed } from './candidate.ts'
import { Draft } from './draft.ts'
import { byRank, planMoney } from './plan-money.ts'

/** Somebody is put in or taken out; `place`: what they get, else the best that is left. */
export interface HandChange {
  applicationId: string
  isIn: boolean
  place?: { choiceId: string | null; packageId: string | null }
}

export interface HandRefusal {
  code: 'cohort-seat' | 'cohort-money' | 'cohort-held' | 'cohort-nobody'
  number: number | null
  /** Codes of what they wished for. */
  choices: string[]
}

/**
 * A cohort after what was done to it by hand: first those who leave, then those who come, in the order of the ranking.
 * Who would break a wall is refused; caps and targets only warn.
 */
export function changeByHand(
  view: { frame: Frame; members: readonly Placed[]; candidates: ReadonlyMap<string, Candidate> },
  changes: readonly HandChange[],
): { members: Placed[]; refused: HandRefusal[] } {
  const { frame, candidates } = view
  const refused: HandRefusal[] = []
  const known = changes.flatMap((change) => {
    const candidate = candidates.get(change.applicationId)
    if (candidate && !candidate.isHeld) return [{ ...change, candidate }]
    refused.push({ code: candidate ? 'cohort-held' : 'cohort-nobody', number: candidate?.number ?? null, choices: [] })
    return []
  })
  const changed = new Set(known.map(({ candidate }) => candidate.id))
  const draft = new Draft(frame)
  draft.adopt(view.members.filter(({ candidate }) => !changed.has(candidate.id)))
  const unpaid = new Set(planMoney(frame, draft.members.values()).unpaid)
  for (const { candidate, place } of known.filter(({ isIn }) => isIn).toSorted(byRank)) {
    const why = admit(draft, candidate, place, unpaid)
    if (why === null) continue
    const wished = place ? [place.choiceId] : candidate.wishes
    const choices = frame.choices.filter(({ id }) => wished.includes(id)).map(({ code }) => code)
    refused.push({ code: why, number: candidate.number, choices })
  }
  const members = [...draft.members.values()].map(({ candidate, choiceId, packageId }) => ({
    candidate,
    choiceId,
    packageId,
  }))
  return { members: members.toSorted(byRank), refused }
}

/** Null when they are in now; else the wall that stands before it. Who could not be paid before does not count. */
function admit(
  draft: Draft,
  candidate: Candidate,
  place: HandChange['place'],
  unpaid: ReadonlySet<string>,
): 'cohort-seat' | 'cohort-money' | null {
  if (place) {
    const choice = draft.frame.choices.find(({ id }) => id === place.choiceId)
    if (choice && choice.seats !== null && draft.tally.seatsTaken(choice.id) >= choice.seats) return 'cohort-seat'
    if (!draft.fix({ candidate, ...place })) return 'cohort-money'
  } else {
    const attempt = draft.seek(candidate, { beyondCaps: true })
    if (!attempt.ok) return attempt.why.some(({ is }) => is === 'money') ? 'cohort-money' : 'cohort-seat'
    draft.put(attempt.placement)
  }
  const isPaid = planMoney(draft.frame, draft.members.values()).unpaid.every((id) => unpaid.has(id))
  if (isPaid) return null
  draft.take(candidate.id)
  return 'cohort-money'
}
