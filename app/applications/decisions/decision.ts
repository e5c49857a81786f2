import type { DecisionKind } from '#db/schema.ts'

export const DECISION_KINDS = ['accept', 'reserve', 'decline'] as const satisfies DecisionKind[]

/** What is decided about one application. Left out, what was decided of it before stays, or its first wish holds. */
export interface NewDecision {
  applicationId: string
  kind: DecisionKind
  choiceId?: string | null
  packageId?: string | null
  /** On the reserve list of the choice; at its end unless told. */
  place?: number | null
  /** For the applicant. */
  reason?: string
  /** For the committee. */
  note?: string
  /** The version that the form was filled in over; left out: whatever is there. */
  version?: number
}

/** How many are decided on at most in one go: a whole call. */
export const MOST_DECISIONS = 12_000

/** Rows of one page of decisions, and letters of one page of drafts. */
export const DECISIONS_PAGE = 50
export const DRAFTS_PAGE = 5

/** So long after a release its mails leave; until then it can be undone. */
export const UNDO_MINUTES = 10
