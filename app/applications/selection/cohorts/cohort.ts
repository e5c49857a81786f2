import type { Instant } from '#app/values/moment.ts'
import type { Frame } from '../composing/candidate.ts'

/** A what-if: who would come, to what, with which award. */
export interface Cohort {
  id: string
  callId: string
  name: string
  /** As stored; `limitsOf` says what holds. */
  limits: string
  isChosen: boolean
  version: number
  updatedAt: Instant
}

/** What the commands of a cohort need of its call. */
export interface CohortCall {
  id: string
  eventId: string
  kind: Frame['kind']
}

/** How many cohorts a call has at most: more than anybody keeps apart. */
export const MOST_COHORTS = 20
