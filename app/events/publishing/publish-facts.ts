import type { Instant, PartialDay } from '#app/values/moment.ts'

/** A ticket type that is not closed, as far as the checklist looks at it. */
export interface CheckedType {
  id: string
  name: string
  isOnline: boolean
  isAddon: boolean
  onSaleFromAt: Instant | null
  onSaleUntilAt: Instant | null
  /** Languages in which it has a name. */
  languages: string[]
  quotaIds: string[]
  steps: { amountMinor: number; startsAt: Instant | null; endsAt: Instant | null }[]
}

/** A pool of seats, with the room of its track where both are known. */
export interface CheckedQuota {
  id: string
  name: string
  size: number
  room: { name: string; seats: number } | null
}

/** Something with texts in languages. */
export interface CheckedTexts {
  id: string
  name: string
  languages: string[]
}

/** What the checklist looks at. */
export interface PublishFacts {
  title: string
  summary: string
  accessNote: string
  description: string
  visaNote: string
  cancellationNote: string
  language: string
  textLanguages: string[]
  /** Languages that people hear there. */
  spoken: string[]
  startsOn: PartialDay
  lastOn: string
  zone: string
  endsAt: Instant
  format: 'onsite' | 'online' | 'hybrid'
  country: string | null
  city: string | null
  venue: string | null
  venueSeats: number | null
  onlineUrl: string | null
  contactEmail: string | null
  admission: 'registration' | 'application' | 'invitation' | 'none'
  applyUntilAt: Instant | null
  hostId: string | null
  /** Under whose name alone events of the series are held; null: under any. */
  hostOfSeries: string | null
  types: CheckedType[]
  quotas: CheckedQuota[]
  /** `languages` of a track that is taught in one without a text in it. */
  tracks: (CheckedTexts & { language: string })[]
  questions: CheckedTexts[]
  hasRefundRule: boolean
  paymentMethods: string[]
  /** Who takes the money; null when nobody is set up. */
  payee: { hostId: string; hasAccount: boolean; hasMobileAccount: boolean } | null
  people: number
  sessions: { isPublic: boolean; room: string | null; startsAt: Instant; endsAt: Instant; heldOn: string }[]
}
