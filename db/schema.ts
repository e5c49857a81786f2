import type { Generated } from 'kysely'
import type { Instant, PartialDay } from '#app/values/moment.ts'

/**
 * The tables, written by hand; a test compares them with a migrated database.
 * `…At` is a UTC instant, `…On` a day, `is…` 0 or 1, `…Minor` an amount in the minor unit of the `currency` beside it.
 */
export interface Database {
  people: PeopleTable
  accounts: AccountsTable
  signInLinks: SignInLinksTable
  signIns: SignInsTable
  roles: RolesTable
  attempts: AttemptsTable
  series: SeriesTable
  seriesTexts: SeriesTextsTable
  hosts: HostsTable
  topics: TopicsTable
  topicTexts: TopicTextsTable
  events: EventsTable
  eventTexts: EventTextsTable
  eventLanguages: EventLanguagesTable
  eventTopics: EventTopicsTable
  eventNeighbours: EventNeighboursTable
  eventSources: EventSourcesTable
  eventPeople: EventPeopleTable
  eventSearch: EventSearchTable
  contentVersions: ContentVersionsTable
  tracks: TracksTable
  trackTexts: TrackTextsTable
  sessions: SessionsTable
  sessionPeople: SessionPeopleTable
  quotas: QuotasTable
  ticketTypes: TicketTypesTable
  ticketTypeTexts: TicketTypeTextsTable
  ticketTypeQuotas: TicketTypeQuotasTable
  priceSteps: PriceStepsTable
  questions: QuestionsTable
  questionTexts: QuestionTextsTable
  questionTicketTypes: QuestionTicketTypesTable
  orders: OrdersTable
  orderLines: OrderLinesTable
  registrations: RegistrationsTable
  registrationSeats: RegistrationSeatsTable
  answers: AnswersTable
  consents: ConsentsTable
  paymentAttempts: PaymentAttemptsTable
  payments: PaymentsTable
  refunds: RefundsTable
  providerEvents: ProviderEventsTable
  financeEntries: FinanceEntriesTable
  messages: MessagesTable
  auditEntries: AuditEntriesTable
  downloads: DownloadsTable
}

export type Flag = 0 | 1

/* ---------- people ---------- */

/** Somebody. A person row belongs to one account or to one registration; erasing empties the personal columns. */
export interface PeopleTable {
  id: string
  fullName: string
  latinName: string | null
  badgeName: string | null
  certificateName: string | null
  email: string | null
  emailKey: string | null
  country: string | null
  affiliation: string | null
  language: string | null
  zone: string | null
  sortKey: string
  createdAt: Instant
  erasedAt: Instant | null
}

export interface AccountsTable {
  id: string
  personId: string
  email: string
  emailKey: string
  isDisabled: Flag
  isDemonstration: Flag
  createdAt: Instant
}

export interface SignInLinksTable {
  id: string
  email: string
  emailKey: string
  language: string
  returnTo: string | null
  createdAt: Instant
  expiresAt: Instant
  usedAt: Instant | null
}

export interface SignInsTable {
  id: string
  accountId: string
  tokenHash: string
  userAgent: string | null
  createdAt: Instant
  lastSeenAt: Instant
  expiresAt: Instant
  endedAt: Instant | null
}

export type RoleName = 'administrator' | 'organizer' | 'instructor' | 'reviewer' | 'front-desk' | 'finance'

/** `scopeId` is empty for the installation, so that (account, role, scope, track) can be unique on both databases. */
export interface RolesTable {
  id: string
  accountId: string
  role: RoleName
  scope: 'installation' | 'series' | 'event'
  scopeId: string
  trackId: string
  grantedBy: string | null
  grantedAt: Instant
}

/** How often something was tried within a window of time, for limits that hold over all processes. */
export interface AttemptsTable {
  bucket: string
  windowAt: Instant
  count: number
}

/* ---------- events ---------- */

export type SeriesMark = 'inet' | 'ndss' | 'ntw' | 'regional' | 'plain'

export interface SeriesTable {
  id: string
  slug: string
  mark: SeriesMark
  position: number
  createdAt: Instant
  updatedAt: Instant
}

export interface SeriesTextsTable {
  seriesId: string
  language: string
  name: string
  shortName: string
  kind: string
  summary: string
}

export interface HostsTable {
  id: string
  slug: string
  name: string
  kind: 'office' | 'chapter' | 'partner'
  country: string | null
  url: string | null
}

export interface TopicsTable {
  slug: string
}

export interface TopicTextsTable {
  slug: string
  language: string
  name: string
}

export type EventStatus = 'draft' | 'published' | 'cancelled'
export type EventFormat = 'onsite' | 'online' | 'hybrid'
export type EventLevel = 'introductory' | 'intermediate' | 'advanced'
/** How people come in: by registering, by applying to a call, by an invitation only, or not through Plenary. */
export type EventAdmission = 'registration' | 'application' | 'invitation' | 'none'

export interface EventsTable {
  id: string
  slug: string
  seriesId: string
  hostId: string | null
  parentId: string | null
  edition: number | null
  status: EventStatus
  isSample: Flag
  language: string
  format: EventFormat
  level: EventLevel | null
  admission: EventAdmission
  /** When an application or a scholarship call is open, as far as this installation knows; calls themselves come later. */
  applyFromAt: Instant | null
  applyUntilAt: Instant | null
  scholarshipFromAt: Instant | null
  scholarshipUntilAt: Instant | null
  startsOn: PartialDay
  endsOn: PartialDay
  startsTime: string | null
  endsTime: string | null
  zone: string
  /** The first and last day that `startsOn`…`endsOn` can mean, for sorting and filtering. */
  firstOn: string
  lastOn: string
  /** The UTC bounds of the event, from the local times and the zone. */
  startsAt: Instant
  endsAt: Instant
  country: string | null
  city: string | null
  venue: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  onlineUrl: string | null
  contactEmail: string | null
  websiteUrl: string | null
  currency: string | null
  /** Whether a seat is confirmed before the money has come ('placing') or only after ('payment'). */
  confirmsOn: 'payment' | 'placing'
  paymentMethods: string
  attendance: number | null
  attendanceCountries: number | null
  /** History: how sure the record is, and what its collectors noted. */
  confidence: string | null
  historyNotes: string | null
  sequence: number
  version: number
  publishedAt: Instant | null
  cancelledAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
  /** Of `eventLanguages` and `eventTopics`, sorted, with commas between, for counting; `refreshSearch` writes them. */
  languages: Generated<string>
  topics: Generated<string>
}

export interface EventTextsTable {
  eventId: string
  language: string
  title: string
  summary: string
  description: string
  accessNote: string
  visaNote: string
  preparation: string
  cancellationNote: string
}

export interface EventLanguagesTable {
  eventId: string
  language: string
}

export interface EventTopicsTable {
  eventId: string
  topic: string
}

export interface EventNeighboursTable {
  eventId: string
  neighbourId: string
  relation: 'before' | 'beside' | 'after'
}

export interface EventSourcesTable {
  eventId: string
  position: number
  citation: string
  url: string | null
}

export type EventPersonRole =
  | 'general-chair'
  | 'programme-chair'
  | 'chair'
  | 'speaker'
  | 'lead-instructor'
  | 'instructor'
  | 'assistant'
  | 'contact'

export interface EventPeopleTable {
  id: string
  eventId: string
  trackId: string | null
  position: number
  role: EventPersonRole
  fullName: string
  latinName: string | null
  affiliation: string | null
  country: string | null
}

/** The folded words of an event, weighted by repetition; each dialect indexes it in its own way. */
export interface EventSearchTable {
  eventId: string
  words: string
}

/** Counters that change with what the public sees. */
export interface ContentVersionsTable {
  name: string
  version: number
}

/* ---------- programme ---------- */

export interface TracksTable {
  id: string
  eventId: string
  code: string
  position: number
  language: string
  level: EventLevel | null
  room: string | null
}

export interface TrackTextsTable {
  trackId: string
  language: string
  title: string
  summary: string
  prerequisites: string
}

export interface SessionsTable {
  id: string
  eventId: string
  trackId: string | null
  code: string | null
  kind: 'plenary' | 'talk' | 'panel' | 'tutorial' | 'workshop' | 'lab' | 'break' | 'social' | 'other'
  title: string
  abstract: string
  language: string | null
  heldOn: string
  startsTime: string
  endsTime: string
  startsAt: Instant
  endsAt: Instant
  room: string | null
  isPublic: Flag
  isStreamed: Flag
  sequence: number
  updatedAt: Instant
}

export interface SessionPeopleTable {
  id: string
  sessionId: string
  position: number
  role: 'speaker' | 'chair' | 'lead-instructor' | 'instructor' | 'assistant'
  fullName: string
  latinName: string | null
  affiliation: string | null
}

/* ---------- offer ---------- */

/** A pool of seats. `taken` counts its seat rows; `overBy` is how far an organizer deliberately goes over the size. */
export interface QuotasTable {
  id: string
  eventId: string
  trackId: string | null
  name: string
  size: number
  overBy: number
  taken: number
  position: number
}

export interface TicketTypesTable {
  id: string
  eventId: string
  trackId: string | null
  code: string
  position: number
  /** Who may take it: anyone, holders of a code, accepted applicants, award holders. */
  admission: 'open' | 'code' | 'application' | 'award'
  attendance: 'onsite' | 'online'
  isHidden: Flag
  isClosed: Flag
  minPerOrder: number
  maxPerOrder: number
  /** Whether one e-mail address may hold several active registrations of this type. */
  allowsRepeat: Flag
  onSaleFromAt: Instant | null
  onSaleUntilAt: Instant | null
}

export interface TicketTypeTextsTable {
  ticketTypeId: string
  language: string
  name: string
  description: string
}

export interface TicketTypeQuotasTable {
  ticketTypeId: string
  quotaId: string
}

/** A dated price. `kind` names it in the reader's language; steps of one type and currency do not overlap. */
export interface PriceStepsTable {
  id: string
  ticketTypeId: string
  position: number
  kind: 'early' | 'standard' | 'late' | 'onsite' | 'only'
  currency: string
  amountMinor: number
  startsAt: Instant | null
  endsAt: Instant | null
}

export type QuestionKind =
  | 'text'
  | 'longtext'
  | 'number'
  | 'date'
  | 'country'
  | 'choice'
  | 'choices'
  | 'phone'
  | 'yesno'

export interface QuestionsTable {
  id: string
  eventId: string
  code: string
  position: number
  kind: QuestionKind
  isRequired: Flag
  purpose: string
  audience: 'organizers' | 'instructors' | 'finance' | 'visa-desk' | 'totals'
  eraseOn: string | null
  isRetired: Flag
}

/** `options`: a JSON list of {value, label}, empty for kinds without options. */
export interface QuestionTextsTable {
  questionId: string
  language: string
  label: string
  help: string
  options: string
}

/** Shown only with these ticket types; a question without rows is shown with all. */
export interface QuestionTicketTypesTable {
  questionId: string
  ticketTypeId: string
}

/* ---------- registrations ---------- */

/** The money side. What is due is never stored: it is the sum of lines, payments and refunds. */
export interface OrdersTable {
  id: string
  code: string
  /** Changing it makes every earlier key of the order worthless. */
  keyVersion: number
  eventId: string
  /** Made by the form, unique: submitting twice is one order. */
  formKey: string
  personId: string
  language: string
  currency: string | null
  paymentMethod: string | null
  placedAt: Instant
  updatedAt: Instant
}

/** Append-only. Amounts are frozen when the order is placed; a correction is another line. */
export interface OrderLinesTable {
  id: string
  orderId: string
  position: number
  kind: 'ticket' | 'adjustment'
  ticketTypeId: string | null
  registrationId: string | null
  priceStepKind: string | null
  description: string
  amountMinor: number
  currency: string
  createdAt: Instant
}

export type RegistrationState = 'held' | 'confirmed' | 'cancelled' | 'transferred' | 'lapsed'

export interface RegistrationsTable {
  id: string
  eventId: string
  orderId: string
  ticketTypeId: string
  trackId: string | null
  personId: string
  code: string
  state: RegistrationState
  /** Unique while the registration is active, null afterwards: one per event, address and ticket type. */
  activeKey: string | null
  heldUntil: Instant | null
  confirmedAt: Instant | null
  endedAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
}

/** Which quotas a registration draws on, frozen when it takes its seat; deleted rows never exist, ended ones are flagged. */
export interface RegistrationSeatsTable {
  registrationId: string
  quotaId: string
  isTaken: Flag
}

export interface AnswersTable {
  registrationId: string
  questionId: string
  value: string
}

export interface ConsentsTable {
  id: string
  orderId: string
  kind: 'conduct' | 'attendee-list' | 'photographs'
  version: string
  isGiven: Flag
  givenAt: Instant
}

/* ---------- payments ---------- */

export type AttemptState = 'starting' | 'open' | 'processing' | 'paid' | 'failed' | 'expired' | 'unknown'

/** One attempt to move money by one method. Its state is what the provider last said; money itself is a row of `payments`. */
export interface PaymentAttemptsTable {
  id: string
  orderId: string
  number: number
  method: string
  state: AttemptState
  amountMinor: number
  currency: string
  providerReference: string | null
  redirectUrl: string | null
  expiresAt: Instant | null
  checkedAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
}

/** Append-only: money that came. `providerReference` is unique per method, so that no charge counts twice. */
export interface PaymentsTable {
  id: string
  orderId: string
  attemptId: string | null
  method: string
  providerReference: string
  amountMinor: number
  currency: string
  receivedAt: Instant
  createdAt: Instant
}

/** Append-only: money that went back. */
export interface RefundsTable {
  id: string
  orderId: string
  paymentId: string
  providerReference: string
  amountMinor: number
  currency: string
  reason: string
  refundedAt: Instant
  createdAt: Instant
}

export interface ProviderEventsTable {
  id: string
  provider: string
  kind: string
  objectReference: string | null
  outcome: string
  receivedAt: Instant
}

/** What needs a person in finance. */
export interface FinanceEntriesTable {
  id: string
  kind: 'late-money' | 'amount-differs' | 'unmatched' | 'overpaid' | 'dispute' | 'event-cancelled'
  orderId: string | null
  attemptId: string | null
  paymentId: string | null
  subject: string
  createdAt: Instant
  resolvedAt: Instant | null
  resolvedBy: string | null
}

/* ---------- mail, audit ---------- */

/** `withdrawn`: not sent, because what it told no longer held when its time came. */
export type MessageState = 'waiting' | 'sending' | 'sent' | 'undeliverable' | 'withdrawn'

/** One mail to one recipient, stored with the fact that it tells. (template, subject, recipient, occasion) is unique. */
export interface MessagesTable {
  id: string
  template: string
  subjectId: string
  recipientKey: string
  occasion: string
  recipientEmail: string
  recipientName: string
  language: string
  eventId: string | null
  /** JSON; keys and tokens are never in it: they are derived when the mail is written. */
  props: string
  state: MessageState
  attempts: number
  dueAt: Instant
  leasedUntil: Instant | null
  sentAt: Instant | null
  lastError: string | null
  createdAt: Instant
}

export interface AuditEntriesTable {
  id: string
  at: Instant
  actorKind: 'account' | 'visitor' | 'system' | 'operator' | 'provider'
  actorId: string | null
  action: string
  objectKind: string
  objectId: string
  eventId: string | null
  before: string
  after: string
}

/** Who took which list away, and when. */
export interface DownloadsTable {
  id: string
  accountId: string
  eventId: string
  trackId: string | null
  kind: string
  rowCount: number
  createdAt: Instant
}
