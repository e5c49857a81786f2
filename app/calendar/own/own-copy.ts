import type { CalendarEntry } from '../calendar-entry.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Instant } from '#app/values/moment.ts'
import type { RegistrationState } from '#db/schema.ts'

/** A seat as its owner's calendar names it. */
export interface OwnSeat {
  id: string
  orderId: string
  eventId: string
  state: RegistrationState
  person: string
  ticket: string
  /** Its track, where it has one: the sessions of others are not for it. */
  trackId: string | null
  mainRegistrationId: string | null
}

/** What one person has to do with one event. */
export interface OwnStanding {
  /** All that is theirs: the seats they sit on and those that they ordered. */
  seats: OwnSeat[]
  /** How many steps all that has come; it never goes down. */
  steps: number
  /** When the last of them was. */
  changedAt: Instant | null
}

type Status = CalendarEntry['status']

/** CONFIRMED with one confirmed seat, TENTATIVE while one is only held, CANCELLED with neither. */
export function ownStatus(seats: Pick<OwnSeat, 'state'>[]): Status {
  if (seats.some(({ state }) => state === 'confirmed')) return 'CONFIRMED'
  return seats.some(({ state }) => state === 'held') ? 'TENTATIVE' : 'CANCELLED'
}

/** Whether it may say what only participants know. */
export function isParticipant(seats: Pick<OwnSeat, 'state'>[]): boolean {
  return seats.some(({ state }) => state === 'confirmed')
}

/**
 * The entry of an event or of a session as its participant has it: with their seats (`shown`), and a SEQUENCE and a
 * LAST-MODIFIED that go on with the entry's and with each step of their own. Both and STATUS look at all that is
 * theirs, whichever file it is in, so that one person's files never contradict each other.
 */
export function ownCopy(
  entry: CalendarEntry,
  { seats, steps, changedAt }: OwnStanding,
  { language, shown = seats }: { language: Language; shown?: OwnSeat[] },
): CalendarEntry {
  const t = translator(language)
  const status = entry.status === 'CANCELLED' ? 'CANCELLED' : ownStatus(seats)
  const isOff = status === 'CANCELLED'
  const lines = shown
    .filter(({ state }) => state === 'held' || state === 'confirmed')
    .map(({ person, ticket }) => (person ? t('event.ics.ticket', { person, ticket }) : ticket))
  return {
    ...entry,
    sequence: entry.sequence + steps,
    updatedAt: changedAt !== null && changedAt > entry.updatedAt ? changedAt : entry.updatedAt,
    summary: isOff && entry.status !== 'CANCELLED' ? t('event.ics.cancelled', { title: entry.summary }) : entry.summary,
    description: [lines.join('\n'), entry.description].filter(Boolean).join('\n\n'),
    conference: isOff ? null : entry.conference,
    status,
    isBusy: !isOff,
  }
}
