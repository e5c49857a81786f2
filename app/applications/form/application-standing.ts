import { isFilledIn, type Missing } from './what-is-missing.ts'
import type { CallWindow } from '#app/applications/calls/call-window.ts'
import type { ApplicationsTable, DecisionKind } from '#db/schema.ts'

export type ApplicationStanding =
  | 'draft'
  | 'draft-late'
  | 'missed'
  | 'incomplete'
  | 'submitted'
  | 'incompleteClosed'
  | 'review'
  | 'withdrawn'
  | 'cancelled'
  | DecisionKind

/** Where an application stands, for its applicant. `decision` is one that was released: no other is known here. */
export function applicationStanding({
  state,
  window,
  missing,
  decision,
}: {
  state: ApplicationsTable['state']
  window: CallWindow
  missing: Missing[]
  decision: DecisionKind | null
}): ApplicationStanding {
  if (state === 'withdrawn') return 'withdrawn'
  if (decision !== null && state === 'submitted') return decision
  if (window === 'cancelled') return 'cancelled'
  const isOpen = window === 'open' || window === 'grace'
  if (state === 'draft') {
    if (window === 'grace') return 'draft-late'
    return window === 'closed' ? 'missed' : 'draft'
  }
  if (isFilledIn(missing)) return isOpen ? 'submitted' : 'review'
  return isOpen ? 'incomplete' : 'incompleteClosed'
}
