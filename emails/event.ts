import type { Instant, PartialDay } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

/** What a mail tells of an event. */
export interface MailEvent {
  title: string
  /** The language that the title is written in, when there is none in the reader's. */
  titleLanguage: string
  seriesName: string
  mark: string
  startsOn: PartialDay
  endsOn: PartialDay
  startsTime: string | null
  startsAt: Instant
  zone: string
  format: 'onsite' | 'online' | 'hybrid'
  city: string | null
  country: string | null
  venue: string | null
  address: string | null
  /** The organizers' words on cancelling, in the title's language or the reader's; empty when there are none. */
  cancellationNote: string
  canReply: boolean
  /** Its page, in the reader's language. */
  url: string
  registerUrl: string
  /** Where its public calendar is kept current. */
  calendarUrl: string
  /** It will be held, and nobody knows when: its dates are those that no longer hold. */
  isPostponed: boolean
}

/** When and where an event was to be, as somebody has last heard of it. */
export type MailEventBefore = Pick<
  MailEvent,
  'startsOn' | 'endsOn' | 'startsTime' | 'startsAt' | 'zone' | 'format' | 'city' | 'country' | 'venue' | 'address'
>

/** One person's seat as a mail shows it. */
export interface MailTicket {
  code: string
  /** Empty as long as nobody is named. */
  personName: string
  ticketName: string
  trackName: string | null
  isOnline?: boolean
  /** What the person takes beside it, by name. */
  extras?: string[]
}

/** The money side of an order. */
export interface MailOrder {
  code: string
  /** With the key: whoever has it sees the order. */
  url: string
  receiptUrl: string
  /** Its calendar file, with the key. */
  calendarUrl: string
  ordererName: string
  isOrdererGoing: boolean
  tickets: MailTicket[]
  /** Null for an order without a price. */
  total: Money | null
  paid: Money | null
  paidAt: Instant | null
  paymentMethod: string | null
  due: Money | null
}
