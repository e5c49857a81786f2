import { type DeadlineKind, knownDates } from './deadlines/known-dates.ts'
import type { EventView } from './event-view.ts'
import type { Instant } from '#app/values/moment.ts'

export type DateKind = DeadlineKind | 'begins' | 'ends'

export interface DateThatMatters {
  kind: DateKind
  at: Instant
  state: 'done' | 'current' | 'next'
}

/**
 * What a person who may come has to know of, in order; the next one is the current one. Nothing for history, nor
 * while nobody knows when the event will be.
 */
export function datesThatMatter(event: EventView, now: Instant): DateThatMatters[] {
  if (event.startsOn.length < 10 || event.endsAt <= now || event.postponedAt !== null) return []
  const known: { kind: DateKind; at: Instant }[] = [
    ...knownDates(event),
    { kind: 'begins', at: event.startsAt },
    { kind: 'ends', at: event.endsAt },
  ]
  const dates = known.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
  const current = dates.findIndex(({ at }) => at > now)
  return dates.map((date, index) => ({
    ...date,
    state: index === current ? 'current' : date.at <= now ? 'done' : 'next',
  }))
}
