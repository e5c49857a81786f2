import type { EventsTable } from '#db/schema.ts'
import type { MailEventBefore } from '#emails/event.ts'
import type { EventNews } from '#emails/event-news.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Selectable } from 'kysely'

/** How an event was, as somebody knows it: small enough to stand with each message about its change. */
export interface EventBefore extends MailEventBefore {
  was: 'held' | 'postponed' | 'cancelled'
  /** Stands for the address of the online room, which may hold a password. */
  room: string
}

type Facts = Pick<Selectable<EventsTable>, keyof MailEventBefore | 'status' | 'postponedAt' | 'onlineUrl'>

/** What is to be kept of an event before it is changed. */
export function eventBefore(event: Facts): EventBefore {
  const { startsOn, endsOn, startsTime, startsAt, zone, format, city, country, venue, address } = event
  const facts = { startsOn, endsOn, startsTime, startsAt, zone, format, city, country, venue, address }
  return {
    ...facts,
    was: event.status === 'cancelled' ? 'cancelled' : event.postponedAt === null ? 'held' : 'postponed',
    room: event.onlineUrl === null ? '' : hashOf(event.onlineUrl).slice(0, 12),
  }
}

const TIMES = ['startsOn', 'endsOn', 'startsTime', 'startsAt', 'zone'] as const
const PLACES = ['format', 'city', 'country', 'venue', 'address'] as const

/** What there is to tell between then and now; null when all is as it was, or the event is cancelled. */
export function newsSince(before: EventBefore, now: EventBefore): { news: EventNews; isRoomNew: boolean } | null {
  const isOther = (fields: readonly (keyof EventBefore)[]) => fields.some((field) => before[field] !== now[field])
  const [isMoved, isElsewhere] = [isOther(TIMES), isOther(PLACES)]
  const isRoomNew = now.room !== '' && before.room !== '' && before.room !== now.room
  if (now.was === 'cancelled') return null
  if (now.was === 'postponed') return before.was === 'postponed' ? null : { news: 'postponed', isRoomNew: false }
  if (before.was === 'cancelled') return { news: 'revived', isRoomNew }
  if (before.was === 'postponed') return { news: isMoved ? 'dated' : 'reinstated', isRoomNew }
  if (isMoved) return { news: isElsewhere ? 'both' : 'time', isRoomNew }
  if (isElsewhere) return { news: 'place', isRoomNew }
  return isRoomNew ? { news: 'room', isRoomNew } : null
}
