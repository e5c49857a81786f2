import { type Candidate, type FreeSeat, type PassedOver, whyPassedOver } from './why-passed-over.ts'
import type { Instant } from '#app/values/moment.ts'

export interface Proposal {
  choiceId: string | null
  /** Seats that nobody holds; null without a limit. */
  free: number | null
  /** Null when nobody fits. */
  next: Candidate | null
  /** Whether the next stands on this very list, or on another and wishes for it as well. */
  isOwnList: boolean
  passed: { candidate: Candidate; why: PassedOver }[]
}

/**
 * Who is the next for a free seat: the first on its own list who fits, else the first on another list who wishes for
 * it, by how much they wish for it.
 */
export function proposeFor(
  seat: FreeSeat & { free: number | null },
  candidates: readonly Candidate[],
  now: Instant,
): Proposal {
  const own = candidates.filter(({ choiceId }) => choiceId === seat.choiceId)
  const others = candidates
    .filter(({ choiceId, wishes }) => choiceId !== seat.choiceId && wishes.includes(seat.choiceId ?? ''))
    .toSorted(
      (one, other) =>
        one.wishes.indexOf(seat.choiceId!) - other.wishes.indexOf(seat.choiceId!) || one.place - other.place,
    )
  const passed: Proposal['passed'] = []
  const nobody = { choiceId: seat.choiceId, free: seat.free, next: null, isOwnList: false, passed }
  if (seat.free !== null && seat.free <= 0) return nobody
  for (const candidate of [...own, ...others]) {
    const why = whyPassedOver(candidate, seat, now)
    if (why === null) return { ...nobody, next: candidate, isOwnList: candidate.choiceId === seat.choiceId }
    passed.push({ candidate, why })
  }
  return nobody
}
