import { isPostponed } from '#app/calendar/is-postponed.ts'
import type { Instant } from '#app/values/moment.ts'
import type { ChangeRulesTable } from '#db/schema.ts'

export type ChangeRules = Omit<ChangeRulesTable, 'eventId' | 'endsRefunded'>

/** Where an organizer has said nothing: details, ticket and presence can be changed until the event begins. */
const DEFAULTS: ChangeRules = {
  editUntilAt: null,
  substitution: 'none',
  substituteUntilAt: null,
  convertUntilAt: null,
  changeUntilAt: null,
  refundAsks: 'finance',
}

export function changeRulesOf(row: ChangeRules | undefined): ChangeRules {
  return row ?? DEFAULTS
}

export type Change = 'details' | 'substitute' | 'ticket' | 'remote' | 'cancel'

/** Later than everything: what ends when an event begins does not end while nobody knows when that is. */
const NO_END: Instant = '9999-12-31T23:59:59.999Z'

interface Timed {
  status: string
  startsAt: Instant
  postponedAt: Instant | null
}

/** Until just before when somebody may make a change; null when never. A seat can be given up until the event begins. */
export function changeUntil(change: Change, rules: ChangeRules, event: Timed): Instant | null {
  const begins = isPostponed(event) ? NO_END : event.startsAt
  switch (change) {
    case 'details':
      return rules.editUntilAt ?? begins
    case 'substitute':
      return rules.substitution === 'none' ? null : (rules.substituteUntilAt ?? begins)
    case 'remote':
      return rules.convertUntilAt ?? begins
    case 'ticket':
      return rules.changeUntilAt ?? begins
    case 'cancel':
      return begins
  }
}

/** The end of a change as people are told of it; null when there is none that anybody knows. */
export function knownEnd(until: Instant | null): Instant | null {
  return until === NO_END ? null : until
}

export type WhyNot = 'event-closed' | 'seat-gone' | 'seat-held' | 'change-over' | 'change-never' | 'change-waiting'

/** Why a seat cannot be changed in this way now, or null when it can. A seat that waits for its money is only given up. */
export function whyNotChanged(
  change: Change,
  {
    rules,
    event,
    state,
    hasOpenChange,
    waives = false,
    now,
  }: {
    rules: ChangeRules
    event: Timed
    state: string
    hasOpenChange: boolean
    /** An organizer does it, for whom it is never too late. */
    waives?: boolean
    now: Instant
  },
): WhyNot | null {
  if (event.status === 'cancelled') return 'event-closed'
  if (state !== 'held' && state !== 'confirmed') return 'seat-gone'
  if (state === 'held' && change !== 'cancel' && change !== 'details') return 'seat-held'
  if (hasOpenChange && change !== 'cancel' && change !== 'details') return 'change-waiting'
  if (waives) return null
  const until = changeUntil(change, rules, event)
  if (until === null) return 'change-never'
  return now < until ? null : 'change-over'
}
