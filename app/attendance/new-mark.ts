import type { Verdict } from './verdict.ts'
import type { Instant } from '#app/values/moment.ts'
import type { AttendanceState } from '#db/schema.ts'

export type MarkSource = 'list' | 'scan' | 'desk' | 'paper'

/** What somebody saw: of one person and one slot. Its id is made where the mark is made, so that sending twice is once. */
export interface NewMark {
  id: string
  registrationId: string
  /** The key of a slot. */
  slot: string
  /** `none` takes back what was marked before. */
  state: AttendanceState
  /** When it was seen, as far as the sender knows. */
  at: Instant
  /** As the device's clock had it. */
  deviceAt?: Instant
  /** The verdict in spite of which it was marked. */
  overruled?: Verdict
  /** Of this mark alone; else as the whole lot says. */
  source?: MarkSource
}

/** As many as a device sends and the server takes at once. */
export const MOST_MARKS = 500

/** What became of a mark: stored and now in force, known from before, stored but something newer holds, or not taken. */
export interface MarkOutcome {
  id: string
  is: 'stored' | 'known' | 'older' | 'refused'
  /** Why it was refused, or what is to be looked at about a mark that was stored. */
  why?: Verdict
  /** What was in force before it came, or is in force in its stead. */
  earlier?: { state: AttendanceState; at: Instant; accountId: string; deviceName: string }
  /** What another mark says against it, for a person to look at. */
  conflict?: 'two-states' | 'let-in-twice'
  /** By how many seconds the device's clock was off, when it was more than five minutes. */
  clockOffBy?: number
}
