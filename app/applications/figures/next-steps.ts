import type { CallFigures } from './call-figures.server.ts'
import { decided, LETTERS } from './call-timeline.ts'
import { callWindow } from '../calls/call-window.ts'
import type { Instant } from '#app/values/moment.ts'

export type NextCode =
  | 'publish'
  | 'share'
  | 'reviewers'
  | 'assign'
  | 'remind'
  | 'rank'
  | 'decide'
  | 'release'
  | 'answers'
  | 'promote'
  | 'letters'

/** What an organizer does next, and on which page of the call. */
export interface NextStep {
  code: NextCode
  count: number
  page: string
}

/** What is to be done next at a call: what its stage asks for, the most pressing first. */
export function nextSteps(figures: CallFigures, now: Instant): NextStep[] {
  const { call, reviews, offers } = figures
  if (call.status === 'cancelled') return []
  if (call.status === 'draft') return [{ code: 'publish', count: 0, page: 'details/status' }]
  const window = callWindow(call, now)
  const steps: NextStep[] = []
  const add = (code: NextCode, page: string, count: number) => {
    if (count > 0) steps.push({ code, count, page })
  }
  if (window === 'not-open' || window === 'open' || window === 'grace') {
    if (figures.submitted === 0) steps.push({ code: 'share', count: 0, page: 'details' })
    if (reviews.reviewers === 0) steps.push({ code: 'reviewers', count: 0, page: 'reviews' })
    add('letters', LETTERS, figures.withoutLetter)
    return steps
  }
  const undecided = Math.max(0, figures.eligible - decided(figures))
  const kept = count(figures.decisions.filter(({ isReleased }) => !isReleased))
  if (figures.eligible > 0 && reviews.reviewers === 0 && undecided > 0)
    steps.push({ code: 'reviewers', count: 0, page: 'reviews' })
  else if (undecided > 0) {
    add('assign', 'reviews', figures.unassigned)
    add('remind', 'reviews', reviews.waiting)
  }
  if (undecided > 0 && reviews.done > 0) add('rank', 'ranking', figures.eligible)
  else if (figures.reviewsMissing === 0) add('decide', 'decisions', undecided)
  add('release', 'decisions', kept)
  const open = count(offers.filter(({ state }) => state === 'open'))
  add('answers', 'offers', open)
  const ended = count(offers.filter(({ state }) => state === 'declined' || state === 'lapsed'))
  const isTooLate = call.noOffersAfterAt !== null && call.noOffersAfterAt <= now
  const reserves = count(figures.decisions.filter(({ kind }) => kind === 'reserve'))
  if (!isTooLate && ended > 0) add('promote', 'offers', reserves)
  return steps
}

function count(rows: { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}
