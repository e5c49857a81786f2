import { addDays, addMinutes, boundsOf, type Instant, instantOf } from '#app/values/moment.ts'
import type { BroadcastsTable, EventsTable } from '#db/schema.ts'

export type Timing = Pick<BroadcastsTable, 'anchor' | 'atTime'> & { offsetDays: number }
export type TimedEvent = Pick<EventsTable, 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt' | 'zone' | 'status'> & {
  postponedAt: Instant | null
}

/** Thanks are still welcome so long after an event. */
const WELCOME_DAYS = 14

/** When a message is to be sent, on the clock of the event's place; null where its day is not known. */
export function sendTime({ anchor, offsetDays, atTime }: Timing, event: TimedEvent): Instant | null {
  if (anchor === null || atTime === null) return null
  const day = anchor === 'starts' ? event.startsOn : boundsOf(event.endsOn).last
  return day.length === 10 ? instantOf(addDays(day, offsetDays), atTime, event.zone) : null
}

/** Until when it makes sense: what prepares for an event until that begins, what follows it for two weeks. */
function usefulUntil({ anchor, offsetDays }: Timing, event: TimedEvent): Instant {
  if (anchor === 'starts' && offsetDays <= 0) return event.startsAt
  return addMinutes(event.endsAt, (Math.max(offsetDays, 0) + WELCOME_DAYS) * 24 * 60)
}

/** Whether it is to be sent now: of an event that the public sees and that has its date. */
export function isDue(timing: Timing, event: TimedEvent, now: Instant): boolean {
  const at = sendTime(timing, event)
  if (event.status !== 'published' || event.postponedAt !== null || at === null) return false
  return at <= now && now < usefulUntil(timing, event)
}
