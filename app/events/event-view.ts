import type { Instant, PartialDay } from '#app/values/moment.ts'

// The same words as the tables have (db/schema.ts), for the pages, which know no table.
export type EventStatus = 'draft' | 'published' | 'cancelled'
export type EventLevel = 'introductory' | 'intermediate' | 'advanced'
export type SeriesMark = 'inet' | 'ndss' | 'ntw' | 'regional' | 'plain'
export type EventPersonRole =
  | 'general-chair'
  | 'programme-chair'
  | 'chair'
  | 'speaker'
  | 'lead-instructor'
  | 'instructor'
  | 'assistant'
  | 'contact'

/** Everything the page of an event shows, in the reader's language where there is one. */
export interface EventView {
  id: string
  slug: string
  status: EventStatus
  /** Postponed without a date: those below no longer hold. */
  postponedAt: Instant | null
  /** The first day on which it was to be held, before it was moved. */
  previousOn: PartialDay | null
  isSample: boolean
  admission: 'registration' | 'application' | 'invitation' | 'none'
  format: 'onsite' | 'online' | 'hybrid'
  level: EventLevel | null
  edition: number | null
  startsOn: PartialDay
  endsOn: PartialDay
  startsTime: string | null
  endsTime: string | null
  startsAt: Instant
  endsAt: Instant
  lastOn: string
  zone: string
  country: string | null
  city: string | null
  venue: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  contactEmail: string | null
  websiteUrl: string | null
  currency: string | null
  applyFromAt: Instant | null
  applyUntilAt: Instant | null
  scholarshipFromAt: Instant | null
  scholarshipUntilAt: Instant | null
  attendance: number | null
  attendanceCountries: number | null
  confidence: string | null
  historyNotes: string | null
  updatedAt: Instant
  /** The language of the texts below, which may not be the reader's; the languages they can be had in. */
  text: EventText
  textLanguages: string[]
  languages: string[]
  topics: { slug: string; name: string }[]
  series: { slug: string; mark: SeriesMark; name: string; shortName: string; kind: string }
  host: { slug: string; name: string; kind: 'office' | 'chapter' | 'partner'; url: string | null } | null
  tracks: TrackView[]
  people: PersonView[]
  tickets: TicketView[]
  highlights: SessionView[]
  /** How many sessions the public programme has. */
  sessionCount: number
  related: RelatedView[]
  /** What people need to know to travel there, by the country that they live in. */
  travelNotes: TravelNoteView[]
  conductUrl: string | null
  sources: { citation: string; url: string | null }[]
}

export interface EventText {
  language: string
  title: string
  summary: string
  description: string
  accessNote: string
  visaNote: string
  preparation: string
  cancellationNote: string
}

export interface TravelNoteView {
  country: string
  language: string
  note: string
}

export interface TrackView {
  id: string
  code: string
  language: string
  level: EventLevel | null
  room: string | null
  text: { language: string; title: string; summary: string; prerequisites: string }
  /** Seats of the track's own quotas; null when it has none. */
  seats: { size: number; taken: number } | null
}

export interface PersonView {
  trackId: string | null
  role: EventPersonRole
  fullName: string
  latinName: string | null
  affiliation: string | null
  country: string | null
}

export interface TicketView {
  code: string
  trackId: string | null
  admission: 'open' | 'code' | 'application' | 'award'
  attendance: 'onsite' | 'online'
  isHidden: 0 | 1
  isAddon: 0 | 1
  isClosed: 0 | 1
  onSaleFromAt: Instant | null
  onSaleUntilAt: Instant | null
  text: { language: string; name: string; description: string }
  steps: PriceStep[]
  /** Every one of them must have room. */
  quotas: { id: string; size: number; taken: number }[]
}

export interface PriceStep {
  kind: 'early' | 'standard' | 'late' | 'onsite' | 'only'
  currency: string
  amountMinor: number
  startsAt: Instant | null
  endsAt: Instant | null
}

export interface SessionView {
  id: string
  code: string | null
  kind: string
  title: string
  language: string | null
  heldOn: string
  startsTime: string
  endsTime: string
  isStreamed: boolean
  people: { fullName: string; affiliation: string | null }[]
}

export interface RelatedView {
  relation: 'parent' | 'part' | 'before' | 'beside' | 'after'
  slug: string
  title: string
  titleLanguage: string
  startsOn: PartialDay
  endsOn: PartialDay
}
