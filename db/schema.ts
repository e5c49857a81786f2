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
  searchPostings: SearchPostingsTable
  contentVersions: ContentVersionsTable
  tracks: TracksTable
  trackTexts: TrackTextsTable
  sessions: SessionsTable
  sessionPeople: SessionPeopleTable
  quotas: QuotasTable
  ticketTypes: TicketTypesTable
  ticketTypeTexts: TicketTypeTextsTable
  ticketTypeQuotas: TicketTypeQuotasTable
  ticketTypeMains: TicketTypeMainsTable
  priceSteps: PriceStepsTable
  priceRules: PriceRulesTable
  priceRuleTypes: PriceRuleTypesTable
  priceRuleSteps: PriceRuleStepsTable
  reservations: ReservationsTable
  reservedSeats: ReservedSeatsTable
  taxRules: TaxRulesTable
  refundRules: RefundRulesTable
  changeRules: ChangeRulesTable
  paymentTerms: PaymentTermsTable
  voucherCampaigns: VoucherCampaignsTable
  voucherCampaignTypes: VoucherCampaignTypesTable
  voucherAmounts: VoucherAmountsTable
  vouchers: VouchersTable
  voucherUses: VoucherUsesTable
  questions: QuestionsTable
  questionTexts: QuestionTextsTable
  questionTicketTypes: QuestionTicketTypesTable
  questionTracks: QuestionTracksTable
  questionStages: QuestionStagesTable
  orders: OrdersTable
  orderLines: OrderLinesTable
  registrations: RegistrationsTable
  registrationSeats: RegistrationSeatsTable
  payers: PayersTable
  proofs: ProofsTable
  eligiblePeople: EligiblePeopleTable
  files: FilesTable
  seatChanges: SeatChangesTable
  answers: AnswersTable
  answerTotals: AnswerTotalsTable
  consents: ConsentsTable
  paymentAttempts: PaymentAttemptsTable
  payments: PaymentsTable
  refunds: RefundsTable
  refundAttempts: RefundAttemptsTable
  disputes: DisputesTable
  paymentClaims: PaymentClaimsTable
  providerEvents: ProviderEventsTable
  financeEntries: FinanceEntriesTable
  issuers: IssuersTable
  numberSeries: NumberSeriesTable
  invoices: InvoicesTable
  statements: StatementsTable
  statementLines: StatementLinesTable
  statementMatches: StatementMatchesTable
  waitingListRules: WaitingListRulesTable
  waitingListEntries: WaitingListEntriesTable
  waitingListPreferences: WaitingListPreferencesTable
  waitingListQuotas: WaitingListQuotasTable
  offers: OffersTable
  messages: MessagesTable
  auditEntries: AuditEntriesTable
  downloads: DownloadsTable
  calendarTexts: CalendarTextsTable
  calendarFeeds: CalendarFeedsTable
  calendarDeadlines: CalendarDeadlinesTable
  zoneReleases: ZoneReleasesTable
  calendarDepartures: CalendarDeparturesTable
  eventVisaNotes: EventVisaNotesTable
  eventTasks: EventTasksTable
  publishRequests: PublishRequestsTable
  rooms: RoomsTable
  sessionMaterials: SessionMaterialsTable
  sessionSignUps: SessionSignUpsTable
  programmeVersions: ProgrammeVersionsTable
  runs: RunsTable
  runRows: RunRowsTable
  broadcasts: BroadcastsTable
  broadcastTexts: BroadcastTextsTable
  broadcastRecipients: BroadcastRecipientsTable
  invitations: InvitationsTable
  formDrafts: FormDraftsTable
  calls: CallsTable
  callTexts: CallTextsTable
  callChoices: CallChoicesTable
  callChoiceTexts: CallChoiceTextsTable
  callRules: CallRulesTable
  callWaves: CallWavesTable
  callSections: CallSectionsTable
  callSectionTexts: CallSectionTextsTable
  callQuestions: CallQuestionsTable
  callQuestionTexts: CallQuestionTextsTable
  callQuestionChoices: CallQuestionChoicesTable
  callCriteria: CallCriteriaTable
  callCriterionTexts: CallCriterionTextsTable
  callCriterionWeights: CallCriterionWeightsTable
  reviewers: ReviewersTable
  applications: ApplicationsTable
  applicationChoices: ApplicationChoicesTable
  applicationAnswers: ApplicationAnswersTable
  applicationTeams: ApplicationTeamsTable
  referees: RefereesTable
  applicationRedactions: ApplicationRedactionsTable
  reviews: ReviewsTable
  reviewScores: ReviewScoresTable
  funds: FundsTable
  fundConditions: FundConditionsTable
  awardPackages: AwardPackagesTable
  awardPackageTexts: AwardPackageTextsTable
  awardPackageTickets: AwardPackageTicketsTable
  awardPackageComponents: AwardPackageComponentsTable
  awards: AwardsTable
  awardComponents: AwardComponentsTable
  awardShares: AwardSharesTable
  payouts: PayoutsTable
  payoutReceipts: PayoutReceiptsTable
  payoutShares: PayoutSharesTable
  cohorts: CohortsTable
  cohortMembers: CohortMembersTable
  decisions: DecisionsTable
  decisionReleases: DecisionReleasesTable
  callOffers: CallOffersTable
  rosters: RostersTable
  rosterEntries: RosterEntriesTable
  rosterReadings: RosterReadingsTable
  listLinks: ListLinksTable
  labSeats: LabSeatsTable
  labGroups: LabGroupsTable
  ticketTypeDays: TicketTypeDaysTable
  attendancePlans: AttendancePlansTable
  attendanceDevices: AttendanceDevicesTable
  attendanceMarks: AttendanceMarksTable
  attendanceStates: AttendanceStatesTable
  attendanceConflicts: AttendanceConflictsTable
  attendanceSheets: AttendanceSheetsTable
  attendanceSheetRows: AttendanceSheetRowsTable
  surveys: SurveysTable
  surveyTexts: SurveyTextsTable
  surveyQuestions: SurveyQuestionsTable
  surveyQuestionTexts: SurveyQuestionTextsTable
  surveyResponses: SurveyResponsesTable
  surveyAnswers: SurveyAnswersTable
  surveyTurnouts: SurveyTurnoutsTable
  certificateRules: CertificateRulesTable
  certificateTexts: CertificateTextsTable
  certificateSignatories: CertificateSignatoriesTable
  certificateNames: CertificateNamesTable
  certificateExceptions: CertificateExceptionsTable
  certificates: CertificatesTable
  certificateVersions: CertificateVersionsTable
  certificateKeys: CertificateKeysTable
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

export type RoleName =
  | 'administrator'
  | 'organizer'
  | 'programme'
  | 'instructor'
  | 'reviewer'
  | 'front-desk'
  | 'finance'
  | 'observer'

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

/** A role that somebody was asked by mail to take; its link carries a derived key and is good until `expiresAt`. */
export interface InvitationsTable {
  id: string
  email: string
  emailKey: string
  language: string
  role: RoleName
  scope: 'series' | 'event'
  scopeId: string
  trackId: string
  invitedBy: string | null
  createdAt: Instant
  expiresAt: Instant
  acceptedAt: Instant | null
  revokedAt: Instant | null
}

/** What somebody has typed into a form and not sent yet (JSON: names to values); `seen` tells what it was typed over. */
export interface FormDraftsTable {
  accountId: string
  /** The address of the form, without language. */
  form: string
  content: string
  seen: string
  savedAt: Instant
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
  /** A chapter's own series: its events are held under this host's name and with its payee. */
  hostId: Generated<string | null>
  /** Whether its events are published only once another organizer of the series agreed. */
  needsReview: Generated<Flag>
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
  /** The event will be held, and nobody knows when: its dates are those that no longer hold. */
  postponedAt: Generated<Instant | null>
  /** The first day on which it was to be held before it was moved, once the public had seen that day. */
  previousOn: Generated<PartialDay | null>
  /** Of a wall-clock time that occurs twice, whether the second one is meant. */
  startsLater: Generated<Flag>
  endsLater: Generated<Flag>
  /** Whether everybody may know the address of the online room, and where sessions are held; participants always do. */
  isJoinPublic: Generated<Flag>
  areRoomsPublic: Generated<Flag>
  /** How mails bring the event into calendars: as a file, or as an invitation that replaces itself. */
  calendarMail: Generated<'file' | 'invitation'>
  /** Of all that calendars show of it; `sequence` and `calendarAt` (LAST-MODIFIED) change with it and never else. */
  calendarDigest: Generated<string>
  calendarAt: Generated<Instant | null>
  /** Of `eventLanguages` and `eventTopics`, sorted, with commas between, for counting; `refreshSearch` writes them. */
  languages: Generated<string>
  topics: Generated<string>
  /** A draft that new events of its series are made from; never published. */
  isTemplate: Generated<Flag>
  /** The edition before this one: what it was made from, what it is compared with. */
  previousId: Generated<string | null>
  /** How many people the place holds. */
  venueSeats: Generated<number | null>
  /** A code of conduct of its own, with the version that people agree to; null: Plenary's. */
  conductUrl: Generated<string | null>
  conductVersion: Generated<string | null>
  /** Of the link by which colleagues without an account see it before it is public; 0: there is none. */
  previewVersion: Generated<number>
  /** The number of the newest row of `programmeVersions`; 0: there is none. */
  programmeVersion: Generated<number>
}

/** What people who live in a country need to know to travel to the event. */
export interface EventVisaNotesTable {
  eventId: string
  country: string
  language: string
  note: string
}

/** Something that the team has to do by a day; `ownerId` and `doneBy` are accounts. */
export interface EventTasksTable {
  id: string
  eventId: string
  title: string
  dueOn: string | null
  ownerId: string | null
  doneAt: Instant | null
  doneBy: string | null
  createdAt: Instant
}

/**
 * `asked`: waits for another organizer; `agreed`: waits for `publishAt`; `failed`: its time came and the checklist
 * said no. `done`, `refused`, `withdrawn` and `failed` are the ends.
 */
export interface PublishRequestsTable {
  id: string
  eventId: string
  /** The event's id while it is asked or agreed, so that there is one at most. */
  openKey: string | null
  state: 'asked' | 'agreed' | 'refused' | 'withdrawn' | 'done' | 'failed'
  /** Null: as soon as it is agreed. */
  publishAt: Instant | null
  note: string
  askedBy: string
  askedAt: Instant
  decidedBy: string | null
  decidedAt: Instant | null
  answer: string
  updatedAt: Instant
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

/** The folded words of an event, weighted by repetition. */
export interface EventSearchTable {
  eventId: string
  /** By which `searchPostings` mean the event. */
  number: number
  /** The content version that the event's last change made. */
  changed: number
  words: string
}

/** Where the beginnings of words stand, by blocks of 4,096 events: `search/postings.ts`. */
export interface SearchPostingsTable {
  term: string
  block: number
  postings: string
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
  startsLater: Generated<Flag>
  endsLater: Generated<Flag>
  calendarDigest: Generated<string>
  calendarAt: Generated<Instant | null>
  /** A hash of its UID in the file that it was imported from, so that importing that again changes it. */
  importUid: Generated<string | null>
  /** Languages that it is interpreted into, with commas between. */
  interpretation: Generated<string>
  /** Where it can be watched; only those with a seat learn it. */
  streamUrl: Generated<string | null>
  /** How many may sign up; null: as many as want to. `signedUp` counts `sessionSignUps`. */
  capacity: Generated<number | null>
  takesSignUps: Generated<Flag>
  signedUp: Generated<number>
  version: Generated<number>
}

/** A room of the event; sessions and tracks name it. */
export interface RoomsTable {
  id: string
  eventId: string
  name: string
  /** How many people it holds. */
  seats: number | null
  position: number
}

/** A file or a link that belongs to a session: one of `url` and `fileId` is set. */
export interface SessionMaterialsTable {
  id: string
  sessionId: string
  position: number
  title: string
  url: string | null
  fileId: string | null
  audience: 'public' | 'participants' | 'instructors'
  createdAt: Instant
}

/** That the holder of a seat will come to a session that takes sign-ups. */
export interface SessionSignUpsTable {
  sessionId: string
  registrationId: string
  signedUpAt: Instant
}

/** The public programme as it was released (JSON), to tell what changed since. */
export interface ProgrammeVersionsTable {
  eventId: string
  number: number
  note: string
  content: string
  releasedBy: string | null
  releasedAt: Instant
}

export interface SessionPeopleTable {
  id: string
  sessionId: string
  position: number
  role: 'speaker' | 'chair' | 'lead-instructor' | 'instructor' | 'assistant'
  fullName: string
  latinName: string | null
  affiliation: string | null
  /** For telling them of changes; never shown. */
  email: Generated<string | null>
}

/* ---------- offer ---------- */

/**
 * A pool of seats. `taken` counts the seats of registrations and those that reservations still set aside; `overBy` is
 * how far an organizer deliberately goes over the size. While `waiting` entries of the waiting list want its seats,
 * nobody else is given one.
 */
export interface QuotasTable {
  id: string
  eventId: string
  trackId: string | null
  name: string
  size: number
  overBy: number
  taken: number
  waiting: Generated<number>
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
  /** Whom it is for, and what of the event: standard, student…; full, day, tutorial, remote… */
  audience: Generated<string>
  scope: Generated<string>
  /** Only beside a main ticket of the same person: a dinner, a tutorial, a tour. */
  isAddon: Generated<Flag>
  /** An add-on for somebody who comes along with the holder of the main ticket. */
  allowsGuest: Generated<Flag>
  eligibility: Generated<Eligibility>
  proof: Generated<ProofWay>
  /** What it becomes when its holder stays at home, at the price step once bought. */
  remoteTypeId: string | null
  taxRuleId: string | null
}

/** Who may take a ticket type. */
export type Eligibility = 'none' | 'member' | 'student' | 'low-income-economy' | 'host-resident' | 'organization-member'

/** How one shows it: by saying so, a code, an organizer's list, an uploaded paper, a look at the desk. */
export type ProofWay = 'none' | 'declaration' | 'code' | 'list' | 'upload' | 'desk'

/** The main ticket types that an add-on goes with; with any when it has no rows. */
export interface TicketTypeMainsTable {
  ticketTypeId: string
  mainTypeId: string
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
  /** The zone in which the organizer set the end, shown with it: IANA, `UTC` or `AoE` (UTC−12); null: the event's. */
  closesZone: string | null
}

/**
 * A price that depends on several seats. `bundle`: one person's seats, one of each part, cost the rule's price together.
 * `group`: at least `minimum` people of one order with its types pay so much less.
 */
export interface PriceRulesTable {
  id: string
  eventId: string
  position: number
  kind: 'bundle' | 'group'
  name: string
  minimum: number
  /** In hundredths of a percent: 1000 is 10 %. */
  percentOff: number
  /** Whether a voucher may lower the same seats as well. */
  isCombinable: Flag
}

/** The ticket types of a rule; a bundle takes one of each `part`. */
export interface PriceRuleTypesTable {
  priceRuleId: string
  part: number
  ticketTypeId: string
}

/** What a bundle costs while the seats' price step of that kind is in force. */
export interface PriceRuleStepsTable {
  id: string
  priceRuleId: string
  kind: PriceStepsTable['kind']
  currency: string
  amountMinor: number
}

/**
 * Seats that are set aside and belong to no registration yet: a `block` for codes, until it is released; an `offer`
 * to the waiting list; the target of a `change` that waits for money; an `admission` that is offered to an applicant. Over once `endedAt` is set.
 */
export interface ReservationsTable {
  id: string
  eventId: string
  kind: 'block' | 'offer' | 'change' | 'admission'
  /** The offer, the change or the call's offer; null for a block. */
  subjectId: string | null
  name: string
  untilAt: Instant | null
  endedAt: Instant | null
  createdAt: Instant
}

/** `remaining` counts in the quota's `taken`; it is 0 once the reservation is over. */
export interface ReservedSeatsTable {
  reservationId: string
  quotaId: string
  size: number
  remaining: number
}

export interface TaxRulesTable {
  id: string
  eventId: string
  name: string
  /** In hundredths of a percent: 1800 is 18 %. */
  rate: number
  /** Whether prices contain it; else it is added. */
  isInclusive: Flag
  /** For every ticket type that names no other. */
  isDefault: Flag
  allowsReverseCharge: Flag
  /** Printed with it: a registration number, the reason of a zero rate. */
  note: string
}

export type RefundReason = 'any' | 'visa-refused' | 'event-cancelled'

/** What goes back until when: the first rule of the reason that is in force. None in force: nothing. */
export interface RefundRulesTable {
  id: string
  eventId: string
  position: number
  reason: RefundReason
  untilAt: Instant | null
  /** In hundredths of a percent: 10000 is all. */
  percent: number
  /** Kept for each seat, in the order's currency; another currency's fee is not kept. */
  feeMinor: number
  feeCurrency: string | null
  /** For a refused visa: it was applied for by this day. */
  appliedByOn: string | null
}

/** What people may change themselves, and until when (null: until the event begins). */
export interface ChangeRulesTable {
  eventId: string
  editUntilAt: Instant | null
  substitution: 'none' | 'free' | 'same-organization' | 'approval'
  substituteUntilAt: Instant | null
  convertUntilAt: Instant | null
  changeUntilAt: Instant | null
  /** `refund`: money goes back by itself; `finance`: after somebody in finance agreed. */
  refundAsks: 'refund' | 'finance'
  /** Whether money that was sent back whole in the provider's own pages ends the seats that it paid. */
  endsRefunded: Generated<Flag>
}

export type PaymentMethod = 'card' | 'bank-transfer' | 'invoice' | 'mobile-money' | 'desk' | 'waiver'

/** How an event handles one of its `paymentMethods`; a method without a row has its defaults. */
export interface PaymentTermsTable {
  eventId: string
  method: PaymentMethod
  confirmsOn: 'payment' | 'placing'
  /** How long the money may take. */
  dueDays: number
  /** When the method is on offer. */
  fromAt: Instant | null
  untilAt: Instant | null
  /** A purchase order or a waiver counts only once somebody agreed. */
  needsApproval: Flag
  /** For who pays, in the event's language. */
  instructions: string
}

/* ---------- vouchers ---------- */

/** Vouchers with one purpose and one effect: `access` only opens, the others lower a price. */
export interface VoucherCampaignsTable {
  id: string
  eventId: string
  name: string
  effect: 'access' | 'price' | 'percentage' | 'amount'
  /** In hundredths of a percent. */
  percentOff: number
  /** Whether an amount is taken off the order once, or off each person. */
  appliesTo: 'order' | 'person'
  /** Whether its hidden or code-only ticket types can be had with it. */
  opensHidden: Flag
  isCombinable: Flag
  organization: string | null
  /** The block of seats that its vouchers draw on. */
  reservationId: string | null
  startsAt: Instant | null
  endsAt: Instant | null
  isDisabled: Flag
  createdAt: Instant
  updatedAt: Instant
}

/** The ticket types that a campaign is for; all when it has no rows. */
export interface VoucherCampaignTypesTable {
  campaignId: string
  ticketTypeId: string
}

/** The fixed price, or what is taken off, by currency. */
export interface VoucherAmountsTable {
  campaignId: string
  currency: string
  amountMinor: number
}

/** One code, stored in capitals. `used` counts its active uses; a use is one person (or one order, when it applies to orders). */
export interface VouchersTable {
  id: string
  campaignId: string
  eventId: string
  code: string
  maximumUses: number
  used: number
  /** Bound to one person's address. */
  emailKey: string | null
  note: string
  isDisabled: Flag
  createdAt: Instant
}

export interface VoucherUsesTable {
  id: string
  voucherId: string
  orderId: string
  registrationId: string | null
  isActive: Flag
  createdAt: Instant
}

/* ---------- questions ---------- */

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
  | 'languages'
  | 'file'
  | 'consent'

/** When a question is asked. */
export type QuestionStage = 'registering' | 'accepted' | 'before-event'

export type QuestionMeaning =
  | 'gender'
  | 'institution'
  | 'first-time'
  | 'share-email'
  | 'called-name'
  | 'pronunciation'
  | 'laptop'
  | 'skill'
  | 'diet'
  | 'access'
  | 'emergency'

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
  stage: Generated<QuestionStage>
  /** Grows when its wording or options change; an answer keeps the one that it answered. */
  version: Generated<number>
  /** Shown only when that question was answered so (one of the chosen values). */
  shownWhenQuestionId: string | null
  shownWhenValue: string | null
  /** The longest text, the highest number or the most bytes, by kind. */
  maximum: number | null
  /** What its answers mean: to a report, to who teaches, to the kitchen, or in an emergency. */
  meaning: Generated<'' | QuestionMeaning>
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

/** Shown only in these tracks; in all when it has no rows. */
export interface QuestionTracksTable {
  questionId: string
  trackId: string
}

export interface QuestionStagesTable {
  eventId: string
  stage: QuestionStage
  opensAt: Instant | null
  deadlineAt: Instant | null
  remindAt: Instant | null
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
  /** Whether its seats are confirmed before the money has come, as the method's terms said when it was chosen. */
  confirmsOn: Generated<'payment' | 'placing'>
  /** By when the money is asked for; null when it is asked for at once. */
  dueAt: Instant | null
  placedAt: Instant
  updatedAt: Instant
}

/** Append-only. Amounts are frozen when the order is placed; a correction is another line. */
export interface OrderLinesTable {
  id: string
  orderId: string
  position: number
  kind: 'ticket' | 'adjustment' | 'bundle' | 'group' | 'voucher' | 'change' | 'cancellation'
  ticketTypeId: string | null
  registrationId: string | null
  priceStepKind: string | null
  description: string
  /** What is owed for it, tax included. */
  amountMinor: number
  currency: string
  taxName: string | null
  /** In hundredths of a percent. */
  taxRate: Generated<number>
  /** The part of `amountMinor` that is tax. */
  taxMinor: Generated<number>
  taxNote: string | null
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
  /** The main ticket that this add-on belongs to. */
  mainRegistrationId: string | null
  /** The transferred registration whose seat this one took over. */
  replacesId: string | null
  createdAt: Instant
  updatedAt: Instant
  /** What its audit entries do not tell of how far it has come, for the SEQUENCE of its owner's calendar. */
  calendarSteps: Generated<number>
  /** What its organizers note; nobody else reads it, and it is erased with the person. */
  note: Generated<string | null>
}

/**
 * Which quotas a registration draws on, frozen when it takes its seat; ended ones are flagged. A change of ticket puts
 * others in their place, and who takes a seat over takes its rows.
 */
export interface RegistrationSeatsTable {
  registrationId: string
  quotaId: string
  isTaken: Flag
  /** Where its seat came from, and goes back to while that stands. */
  reservationId: string | null
}

export interface AnswersTable {
  registrationId: string
  questionId: string
  value: string
  /** What was asked and chosen, in the words that the person saw (JSON), so that it stays true when the form changes. */
  asked: Generated<string>
  questionVersion: Generated<number>
  answeredAt: Instant | null
  erasedAt: Instant | null
}

/** How often an option was chosen by those whose answers have been erased. */
export interface AnswerTotalsTable {
  questionId: string
  value: string
  count: number
}

/** Who pays, when an invoice or another person is asked for. */
export interface PayersTable {
  orderId: string
  name: string
  email: string | null
  organization: string | null
  address: string | null
  country: string | null
  taxNumber: string | null
  purchaseOrder: string | null
  isReverseCharge: Flag
}

/** That somebody may have a ticket type: who looked at it and when, never the paper once it was looked at. */
export interface ProofsTable {
  id: string
  registrationId: string
  eventId: string
  eligibility: Eligibility
  how: ProofWay
  state: 'waiting' | 'verified' | 'refused'
  fileId: string | null
  verifiedBy: string | null
  verifiedAt: Instant | null
  createdAt: Instant
  /** Why it was refused, as its owner is told. */
  reason: string | null
}

/** An organizer's list: hashes of e-mail addresses or membership numbers. */
export interface EligiblePeopleTable {
  eventId: string
  eligibility: Eligibility
  keyHash: string
  addedAt: Instant
}

/** A file that somebody sent. Erasing empties its content and name. */
export interface FilesTable {
  id: string
  eventId: string | null
  purpose:
    | 'answer'
    | 'proof'
    | 'payment'
    | 'statement'
    | 'programme'
    | 'material'
    | 'import'
    | 'application'
    | 'letter'
    | 'receipt'
    | 'report'
  name: string
  mediaType: string
  byteCount: number
  digest: string
  content: Uint8Array | null
  createdAt: Instant
  eraseAt: Instant | null
  erasedAt: Instant | null
}

/** A ticket that becomes another. While it waits for money (`open`), a reservation keeps the seats it needs beyond its own. */
export interface SeatChangesTable {
  id: string
  registrationId: string
  orderId: string
  eventId: string
  /** `person`: another person takes the seat over, once an organizer agrees. */
  kind: 'ticket' | 'remote' | 'person'
  toTicketTypeId: string
  toPersonId: string | null
  reservationId: string | null
  /** Above zero: to be paid; below: returned. */
  differenceMinor: number
  currency: string | null
  /** Where its lines begin among those of its order. */
  linesFrom: number | null
  state: 'open' | 'done' | 'lapsed' | 'withdrawn'
  heldUntil: Instant | null
  createdAt: Instant
  updatedAt: Instant
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

/**
 * Append-only: money that came. `providerReference` is unique per method, so that no charge counts twice. Money that was
 * put to the wrong order is taken from it by a second row, below zero, that `reversesId` ties to the first.
 */
export interface PaymentsTable {
  id: string
  orderId: string
  attemptId: string | null
  method: string
  providerReference: string
  amountMinor: number
  currency: string
  /** Whose money it is, where it is not the payer's: a waiver's or an award's. */
  fund: Generated<string>
  /** The payment that this one takes back, whole. */
  reversesId: string | null
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
  attemptId: string | null
  refundedAt: Instant
  createdAt: Instant
}

/** `approval`: waits for finance; `starting`, `pending`, `unknown`: at the provider; `manual`: a person has to send it. */
export type RefundState = 'approval' | 'starting' | 'pending' | 'unknown' | 'manual' | 'done' | 'failed' | 'refused'

/** One attempt to give money back. What has gone back is a row of `refunds`. */
export interface RefundAttemptsTable {
  id: string
  orderId: string
  paymentId: string
  number: number
  /** `fund`: a waiver's or an award's money, which goes back to its fund. */
  way: 'provider' | 'bank' | 'cash' | 'fund'
  state: RefundState
  amountMinor: number
  currency: string
  reason: string
  note: string
  /** The paper that it was asked with, until it is looked at. */
  fileId: string | null
  providerReference: string | null
  requestedBy: string | null
  checkedAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
}

/** A charge that its payer's bank contests: noted, never acted on alone. */
export interface DisputesTable {
  id: string
  orderId: string
  paymentId: string
  providerReference: string
  state: 'open' | 'won' | 'lost'
  amountMinor: number
  currency: string
  reason: string
  openedAt: Instant
  closedAt: Instant | null
  updatedAt: Instant
}

/** What a payer tells us, for a person to look at: “I have paid, with this reference”, a purchase order, a plea for a waiver. */
export interface PaymentClaimsTable {
  id: string
  orderId: string
  attemptId: string | null
  kind: 'paid' | 'purchase-order' | 'waiver'
  method: PaymentMethod
  reference: string
  note: string
  fileId: string | null
  state: 'waiting' | 'accepted' | 'refused'
  /** Why it was refused, for the payer. */
  reason: Generated<string>
  decidedBy: string | null
  decidedAt: Instant | null
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

export type FinanceEntryKind =
  | 'late-money'
  | 'amount-differs'
  | 'unmatched'
  | 'overpaid'
  | 'part-paid'
  | 'dispute'
  | 'chargeback'
  | 'event-cancelled'
  | 'refund-asked'
  | 'refund-failed'
  | 'refund-manual'
  | 'claim'
  | 'foreign-charge'

/** What needs a person in finance. */
export interface FinanceEntriesTable {
  id: string
  kind: FinanceEntryKind
  eventId: string | null
  orderId: string | null
  attemptId: string | null
  paymentId: string | null
  subject: string
  createdAt: Instant
  resolvedAt: Instant | null
  resolvedBy: string | null
  note: string | null
}

/* ---------- papers ---------- */

/** Who writes invoices and owns the account: a host, or the installation where `hostId` is empty. */
export interface IssuersTable {
  id: string
  hostId: string
  name: string
  latinName: string | null
  address: string
  country: string | null
  /** Decides the day and the year of a paper. */
  zone: string
  email: string | null
  registrationNumber: string | null
  taxNumber: string | null
  numberPrefix: string
  bankName: string | null
  accountHolder: string | null
  /** An IBAN where the country has them. */
  accountNumber: string | null
  bic: string | null
  mobileAccount: string | null
  footer: string
  createdAt: Instant
  updatedAt: Instant
}

export type PaperKind = 'invoice' | 'receipt' | 'credit-note'

/** The last number given, per issuer, kind and year; changed only in the transaction that writes the paper. */
export interface NumberSeriesTable {
  issuerId: string
  kind: PaperKind
  year: number
  last: number
}

/** A paper as it was issued; never changed. `subject` is what it is about, so that nothing is issued twice. */
export interface InvoicesTable {
  id: string
  issuerId: string
  orderId: string
  kind: PaperKind
  year: number
  sequence: number
  number: string
  subject: string
  correctsId: string | null
  paymentId: string | null
  language: string
  currency: string
  amountMinor: number
  taxMinor: number
  /** Everything on it (JSON). */
  content: string
  issuedOn: string
  createdAt: Instant
}

/* ---------- bank statements ---------- */

/** An imported file. Its lines are worked on in the background, each once however often the file comes. */
export interface StatementsTable {
  id: string
  issuerId: string
  fileId: string
  digest: string
  name: string
  format: 'csv' | 'camt.053'
  /** Which column means what (JSON), for CSV. */
  mapping: string
  /** `mapping`: a person has yet to say what its columns mean. */
  state: 'mapping' | 'waiting' | 'importing' | 'done' | 'failed'
  lineCount: number
  doneCount: number
  newCount: number
  matchedCount: number
  lastError: string | null
  createdBy: string | null
  createdAt: Instant
  updatedAt: Instant
}

export interface StatementLinesTable {
  id: string
  statementId: string
  issuerId: string
  position: number
  /** The bank's own id of it, or what tells it from others; unique per account. */
  fingerprint: string
  bookedOn: string
  /** Below zero: money that went out. */
  amountMinor: number
  currency: string
  /** What the banks kept on the way, where the statement says so. */
  chargesMinor: number
  payer: string
  reference: string
  /** Money that a bank took back, or gave back: never matched without a person. */
  isReversal: Flag
  state: 'unmatched' | 'matched' | 'part-matched' | 'outgoing' | 'set-aside' | 'sent-back'
  note: string
  createdAt: Instant
  updatedAt: Instant
}

/** Append-only: which part of a line paid which order; below zero where a match was undone. */
export interface StatementMatchesTable {
  lineId: string
  paymentId: string
  orderId: string
  amountMinor: number
  /** Null when the reference said so. */
  matchedBy: string | null
  createdAt: Instant
}

/* ---------- waiting list ---------- */

export interface WaitingListRulesTable {
  eventId: string
  isOpen: Flag
  offerHours: number
  /** What an offered seat costs: today's price, or that of the day of joining. */
  price: 'today' | 'joining'
  /** Whether a party that fits may go before an earlier one that does not. */
  passesOver: Flag
  closesAt: Instant | null
}

export type WaitingState = 'waiting' | 'offered' | 'taken' | 'lapsed' | 'withdrawn' | 'expired'

/** A wish for seats. Its order in the queue: priority, then `joinedAt`, then id. */
export interface WaitingListEntriesTable {
  id: string
  code: string
  keyVersion: number
  eventId: string
  formKey: string
  personId: string
  /** Unique while it waits or has an offer: one per event and address. */
  activeKey: string | null
  language: string
  partySize: number
  isAllOrNothing: Flag
  /** 0 goes before all: money is here already. 1: everybody else. */
  priority: number
  /** The order whose late money waits for its seats. */
  orderId: string | null
  wantedUntilAt: Instant | null
  state: WaitingState
  joinedAt: Instant
  endedAt: Instant | null
  updatedAt: Instant
}

/** The ticket types that it wants, best first. */
export interface WaitingListPreferencesTable {
  entryId: string
  position: number
  ticketTypeId: string
}

/** The quotas that it waits for; `isWaiting` rows are what a quota's `waiting` counts. */
export interface WaitingListQuotasTable {
  entryId: string
  quotaId: string
  isWaiting: Flag
}

/** Seats held for one entry until a deadline, by a reservation. Used once. */
export interface OffersTable {
  id: string
  entryId: string
  eventId: string
  ticketTypeId: string
  seats: number
  reservationId: string
  /** The moment whose price holds; null: that of accepting. */
  pricedAt: Instant | null
  state: 'open' | 'accepted' | 'declined' | 'lapsed'
  untilAt: Instant
  orderId: string | null
  createdAt: Instant
  updatedAt: Instant
}

/* ---------- runs over many rows ---------- */

/**
 * One thing done to many rows, in the background, each once: a bulk action, an imported spreadsheet. It is looked at as
 * `preview`; `stopped` goes on where it stood.
 */
export interface RunsTable {
  id: string
  eventId: string
  kind: string
  state: 'preview' | 'waiting' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone' | 'discarded'
  props: string
  fileId: string | null
  /** The position of the last row that was worked on. */
  reached: Generated<number>
  total: Generated<number>
  done: Generated<number>
  refused: Generated<number>
  undone: Generated<number>
  createdBy: string
  createdAt: Instant
  updatedAt: Instant
}

/** `before` and `after` are JSON; `problem` is a key of the catalogues with its values behind a question mark. */
export interface RunRowsTable {
  runId: string
  position: number
  subjectId: string | null
  state: 'waiting' | 'same' | 'done' | 'refused' | 'undone'
  before: string
  after: string
  problem: string
}

/* ---------- broadcasts ---------- */

/**
 * A mail in the organizer's words to a segment of people. `once` is sent at `sendAt`; the others are an event's own
 * messages: with an `anchor` they are sent so many days from it at a wall-clock time of the event's zone, and `sendAt`
 * follows the event; `confirmation` is words that the confirmation carries.
 */
export interface BroadcastsTable {
  id: string
  eventId: string
  kind: 'once' | 'confirmation' | 'reminder' | 'practical-notes' | 'tomorrow' | 'feedback'
  name: string
  /** Whom it is for (JSON). */
  segment: string
  state: 'draft' | 'scheduled' | 'sending' | 'paused' | 'done' | 'cancelled'
  anchor: 'starts' | 'ends' | null
  offsetDays: Generated<number>
  atTime: string | null
  sendAt: Instant | null
  /** The id of the last one who was looked at while its recipients were fixed; `end` when all were. */
  reached: string | null
  /** How many recipients whoever sent it off was shown. */
  expected: number | null
  version: Generated<number>
  /** Answers go to whoever wrote it, who asked for that, and not to the event's address. */
  repliesToAuthor: Generated<Flag>
  /** Written by an instructor to those whom they teach, not by an organizer. */
  isOfInstructor: Generated<Flag>
  createdBy: string | null
  createdAt: Instant
  updatedAt: Instant
  startedAt: Instant | null
  endedAt: Instant | null
}

export interface BroadcastTextsTable {
  broadcastId: string
  language: string
  subject: string
  body: string
}

/**
 * Each address once, and each who is left out with the reason: by address, or by id where there is none or another has
 * it. One of the ids says who it is.
 */
export interface BroadcastRecipientsTable {
  broadcastId: string
  recipientKey: string
  registrationId: string | null
  entryId: string | null
  sessionPersonId: string | null
  accountId: string | null
  state: 'waiting' | 'stored' | 'left-out'
  reason: string
  messageId: string | null
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
  /** The link that it was taken by; `accountId` is who gave that on. */
  linkId: Generated<string | null>
  purpose: Generated<string>
  /** How the list was narrowed, without the words of a search. */
  query: Generated<string>
  /** '' where it was sent in one piece. */
  outcome: Generated<'' | 'started' | 'complete' | 'broken'>
}

/* ---------- calendar ---------- */

/** The written text of one entry for one kind of reader, kept until `stamp` (its version) is another. */
export interface CalendarTextsTable {
  /** The event or the session that it tells of. */
  ownerId: string
  variant: string
  stamp: string
  /** The time zones that the text names, with commas between. */
  zones: string
  text: string
}

/** A person's own feed. Its token is stored hashed; what was revoked stays, to be answered as gone. */
export interface CalendarFeedsTable {
  id: string
  accountId: string
  name: string
  tokenHash: string
  language: string
  /** Sessions of the programme instead of whole events; deadlines; what they teach and organize. */
  hasSessions: Flag
  hasDeadlines: Flag
  hasWork: Flag
  createdAt: Instant
  revokedAt: Instant | null
  /** The feed that took its place when its address was renewed. */
  replacedById: string | null
  fetchedAt: Instant | null
  /** The kind of program that fetched it last. */
  client: string | null
}

/**
 * That a seat was somebody's who was taken off it: their own calendar must tell it, and its SEQUENCE may not go down.
 * `personKey` is a hash of their address; `steps` is how far the seat had come.
 */
export interface CalendarDeparturesTable {
  id: string
  eventId: string
  personKey: string
  steps: number
  leftAt: Instant
}

/** A date by which something about a public event is to be done, as calendars were told of it. */
export interface CalendarDeadlinesTable {
  eventId: string
  kind: string
  at: Instant
  /** It no longer holds: withdrawn, or its event is cancelled or postponed. */
  isOff: Flag
  /** Of all that its entry shows; `sequence` and `calendarAt` change with it and never else. */
  digest: string
  sequence: number
  calendarAt: Instant
}

/** One row, `moments`: the newest release of the time zone data by which stored moments were worked out again. */
export interface ZoneReleasesTable {
  name: 'moments'
  version: string
  /** The id of the last event that was looked at; null when all were. */
  reached: string | null
}

/* ---------- calls, applications, scholarships ---------- */

/** What a call asks beside what a registration does: a grid of skills, a table of costs, an address. */
export type CallQuestionKind = QuestionKind | 'grid' | 'costs' | 'email'

export type CallQuestionMeaning =
  | ''
  | 'gender'
  | 'institution'
  | 'first-time'
  | 'birth-year'
  | 'needs-visa'
  | 'publish-name'
  | 'earlier-award'
  | 'colleagues'

/** By what criteria are weighted; `''`: everybody else. */
export type ApplicantCategory = '' | 'first-time' | 'returning'

export type ComponentKind = 'fee' | 'travel' | 'lodging' | 'per-diem' | 'visa'

/** `issued`: by the registration itself; `organizer`: bought for them; `reimbursed`: against receipts; `stipend`: at the desk, signed for. */
export type PayoutWay = 'issued' | 'organizer' | 'reimbursed' | 'stipend'

export type AwardState = 'proposed' | 'offered' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | 'ended'

/** `accepted` is committed money; `released`: money of it was given back to its funds. */
export type ComponentState = 'proposed' | 'offered' | 'accepted' | 'declined' | 'released'

export type VisaState =
  | 'unknown'
  | 'not-needed'
  | 'needed'
  | 'letter-requested'
  | 'letter-issued'
  | 'applied'
  | 'granted'
  | 'refused'

export type PayoutState = 'claimed' | 'checked' | 'approved' | 'paid' | 'refused'

export type DecisionKind = 'accept' | 'reserve' | 'decline'

/** An invitation to apply: for admission, for a scholarship, or for both in one form. Moments are UTC; `closesZone` says in whose clock they were set. */
export interface CallsTable {
  id: string
  eventId: string
  slug: string
  kind: 'admission' | 'scholarship' | 'both'
  /** `open` means published: between `opensAt` and `closesAt` it takes applications. `closed`: ended by hand; `cancelled`: with regret. */
  status: 'draft' | 'open' | 'closed' | 'cancelled'
  position: number
  opensAt: Instant | null
  closesAt: Instant | null
  /** IANA, `UTC` or `AoE`; null: the event's. */
  closesZone: string | null
  /** For who had begun before `closesAt`: so long after it their application is still taken. */
  graceMinutes: number
  refereesUntilAt: Instant | null
  reviewUntilAt: Instant | null
  /** When people hear of their decision. */
  decideAt: Instant | null
  /** Letters that an application is complete with. */
  refereesWanted: number
  employerWanted: Flag
  /** How many of `callChoices` may be ranked. */
  choicesMaximum: number
  takesTeams: Flag
  /** Reviewers see no name, contact, gender, age or institution; `hidden` says which of them, with commas between. */
  isBlind: Flag
  hidden: string
  reviewersEach: number
  /** Where two totals (0–100) differ by more, a third reviewer is wanted; null: never. */
  thirdGap: number | null
  /** How long an offer stands, where its wave does not say. */
  offerHours: number
  /** After it nobody is offered anything. */
  noOffersAfterAt: Instant | null
  /** Who comes after a lapse: an organizer says so, or the reserve list by itself. */
  promotion: 'by-hand' | 'by-rule'
  /** So many days before the event begins, who needs a visa is no longer promoted. */
  visaDays: number
  /** Caps and targets of the cohort (JSON). */
  limits: string
  reportDueOn: string | null
  /** What stands before an application's number for reviewers: `S` gives S-087. */
  numberPrefix: string
  lastNumber: number
  version: number
  openedAt: Instant | null
  createdBy: string | null
  createdAt: Instant
  updatedAt: Instant
}

export interface CallTextsTable {
  callId: string
  language: string
  title: string
  summary: string
  description: string
  /** How it is decided, for applicants. */
  deciding: string
}

/** What may be applied for: a track, or a whole event (several sites are several events), with first, second and third wish. */
export interface CallChoicesTable {
  id: string
  callId: string
  position: number
  code: string
  eventId: string
  trackId: string | null
  language: string | null
  /** The ticket that an accepted offer makes a registration of; a package may name another. */
  ticketTypeId: string | null
  /** A wall of the cohort; null: as many as the ticket's quotas hold. */
  seats: number | null
  isClosed: Flag
}

export interface CallChoiceTextsTable {
  choiceId: string
  language: string
  name: string
  description: string
}

/** What makes somebody eligible; `value` is JSON by kind. */
export interface CallRulesTable {
  callId: string
  kind: 'residence' | 'award-free-years' | 'minimum-age' | 'maximum-age' | 'referee' | 'complete' | 'affiliation'
  value: string
}

export interface CallWavesTable {
  callId: string
  number: number
  startsAt: Instant
  answerUntilAt: Instant
}

/** A page of the form. */
export interface CallSectionsTable {
  id: string
  callId: string
  position: number
  code: string
}

export interface CallSectionTextsTable {
  sectionId: string
  language: string
  title: string
  help: string
}

export interface CallQuestionsTable {
  id: string
  callId: string
  sectionId: string
  position: number
  code: string
  kind: CallQuestionKind
  isRequired: Flag
  /** The longest text, the highest number or the most bytes, by kind. */
  maximum: number | null
  /** Whether the longest text is counted in words. */
  isInWords: Flag
  /** Never shown to a blind reviewer. */
  isHidden: Flag
  /** What its answers mean to rules, ranking and cohort. */
  meaning: CallQuestionMeaning
  purpose: string
  eraseOn: string | null
  shownWhenQuestionId: string | null
  shownWhenValue: string | null
  isRetired: Flag
  version: number
}

/** `options`: JSON; of {value, label}; a grid has {rows, levels}, each such a list. */
export interface CallQuestionTextsTable {
  questionId: string
  language: string
  label: string
  help: string
  options: string
}

/** Asked only of who ranks one of these first; of everybody when it has no rows. */
export interface CallQuestionChoicesTable {
  questionId: string
  choiceId: string
}

export interface CallCriteriaTable {
  id: string
  callId: string
  position: number
  code: string
  /** Scores run from 0 to it. */
  maximum: number
}

export interface CallCriterionTextsTable {
  criterionId: string
  language: string
  label: string
  help: string
  /** JSON: what a score means, of {score, text}. */
  anchors: string
}

/** What a criterion counts for a category of applicants (`''`: for all others); only their proportion matters. */
export interface CallCriterionWeightsTable {
  criterionId: string
  category: ApplicantCategory
  weight: number
}

export interface ReviewersTable {
  callId: string
  accountId: string
  /** With commas between; '' is all. */
  languages: string
  choiceCodes: string
  isChair: Flag
  addedBy: string | null
  addedAt: Instant
}

/** An answer to a call; it never takes a seat. What is asked of everybody has columns, for rules, ranking and cohort. */
export interface ApplicationsTable {
  id: string
  code: string
  keyVersion: number
  callId: string
  eventId: string
  /** Given when it is submitted: what reviewers know it by. */
  number: number | null
  formKey: string
  /** Unique while it is not withdrawn: one per call and address. */
  activeKey: string | null
  personId: string
  accountId: string | null
  language: string
  channel: 'web' | 'text' | 'on-behalf'
  state: 'draft' | 'submitted' | 'withdrawn'
  teamId: string | null
  category: ApplicantCategory
  residence: string | null
  gender: string | null
  institutionKey: string | null
  isFirstTime: Flag | null
  birthYear: number | null
  needsVisa: Flag | null
  /** What is asked for, in the currency beside it. */
  askedMinor: number | null
  askedCurrency: string | null
  eligibility: 'unknown' | 'eligible' | 'ineligible'
  /** Why (JSON: codes of rules), and who said otherwise. */
  eligibilityReasons: string
  eligibilityBy: string | null
  eligibilityNote: string
  /** What it lacks (JSON: codes); empty list: complete. */
  missing: string
  /** The section that was saved last. */
  reached: string
  version: number
  /** Of the submitted reviews: the mean total and how far they differ, in thousandths of a point of 100. */
  score: number | null
  spread: number | null
  reviewCount: number
  startedAt: Instant
  savedAt: Instant
  submittedAt: Instant | null
  withdrawnAt: Instant | null
  remindedAt: Instant | null
  updatedAt: Instant
  /** What organizers note. */
  note: string
}

export interface ApplicationChoicesTable {
  applicationId: string
  /** 1 is the first wish. */
  wish: number
  choiceId: string
}

export interface ApplicationAnswersTable {
  applicationId: string
  questionId: string
  value: string
  /** What was asked and chosen, in the words that the person saw (JSON). */
  asked: string
  questionVersion: number
  answeredAt: Instant
  erasedAt: Instant | null
}

/** Two or more who apply together, by one code. */
export interface ApplicationTeamsTable {
  id: string
  callId: string
  code: string
  createdAt: Instant
}

/** Who was asked for a letter, or for an employer's word; answers by a link without an account. */
export interface RefereesTable {
  id: string
  applicationId: string
  kind: 'referee' | 'employer'
  fullName: string
  email: string
  emailKey: string
  language: string
  keyVersion: number
  state: 'named' | 'asked' | 'answered' | 'declined' | 'withdrawn'
  /** A letter, an employer's release: text, a file, or both. */
  letter: string | null
  fileId: string | null
  /** JSON of what else they were asked: an employer's yes or no, how long they know each other. */
  facts: string
  askedAt: Instant | null
  remindedAt: Instant | null
  answeredAt: Instant | null
  updatedAt: Instant
}

/** A copy of a file without what tells who sent it: all that a blind reviewer gets of it. Without copy: seen to be harmless. */
export interface ApplicationRedactionsTable {
  fileId: string
  applicationId: string
  copyId: string | null
  isClean: Flag
  madeBy: string
  madeAt: Instant
}

/** `conflict` and `skipped` ask for another reviewer; `started` has something saved and is not counted yet. */
export interface ReviewsTable {
  id: string
  callId: string
  applicationId: string
  accountId: string
  state: 'assigned' | 'started' | 'submitted' | 'conflict' | 'skipped'
  isThird: Flag
  /** For themselves; for the committee; for the applicant, after the decision. */
  privateComment: string
  sharedComment: string
  reason: string
  /** In thousandths of a point of 100, by the weights of the applicant's category. */
  total: number | null
  version: number
  assignedBy: string | null
  assignedAt: Instant
  savedAt: Instant | null
  submittedAt: Instant | null
}

export interface ReviewScoresTable {
  reviewId: string
  criterionId: string
  score: number
}

/**
 * A donor's money for an event. `offeredMinor` and `committedMinor` are the sums of the shares that are offered and
 * accepted; together they never exceed `budgetMinor`. `paidMinor` is what has left.
 */
export interface FundsTable {
  id: string
  eventId: string
  code: string
  donor: string
  name: string
  currency: string
  budgetMinor: number
  offeredMinor: number
  committedMinor: number
  paidMinor: number
  note: string
  position: number
  version: number
  createdAt: Instant
  updatedAt: Instant
}

/** Whom its donor wants it for; all hold. `value` is JSON by kind. */
export interface FundConditionsTable {
  fundId: string
  kind: 'residence' | 'gender' | 'first-time' | 'choice' | 'answer'
  value: string
}

/** What a call gives: full, partial. */
export interface AwardPackagesTable {
  id: string
  callId: string
  position: number
  code: string
  currency: string
  /** Of the registration that it makes, in place of the choice's: per choice in `awardPackageTickets`. */
  isDefault: Flag
  version: number
}

export interface AwardPackageTextsTable {
  packageId: string
  language: string
  name: string
  description: string
}

export interface AwardPackageTicketsTable {
  packageId: string
  choiceId: string
  ticketTypeId: string
}

export interface AwardPackageComponentsTable {
  id: string
  packageId: string
  position: number
  kind: ComponentKind
  /** What is set aside for it: the amount, or the most. */
  amountMinor: number
  isCap: Flag
  payout: PayoutWay
  note: string
}

/** What a scholarship gives one person. Money is set aside from `offered` on. */
export interface AwardsTable {
  id: string
  eventId: string
  callId: string
  applicationId: string
  packageId: string | null
  currency: string
  state: AwardState
  /** Unique while it is proposed, offered or accepted: one per application. */
  activeKey: string | null
  visa: VisaState
  visaAt: Instant | null
  ticketInHandAt: Instant | null
  /** Whether its holder came: from the attendance, or by hand. */
  attended: 'unknown' | 'yes' | 'no'
  reportDueOn: string | null
  reportText: string | null
  reportFileId: string | null
  reportedAt: Instant | null
  remindedAt: Instant | null
  /** That the name may be published. */
  isPublic: Flag
  /** What its holder still pays, for planning. */
  ownMinor: number
  createdAt: Instant
  updatedAt: Instant
  endedAt: Instant | null
}

export interface AwardComponentsTable {
  id: string
  awardId: string
  position: number
  kind: ComponentKind
  payout: PayoutWay
  /** The sum of its shares. */
  amountMinor: number
  isCap: Flag
  state: ComponentState
  note: string
  answeredAt: Instant | null
}

/** What one fund gives for one component; `returnedMinor` of it was not needed and went back to the fund. */
export interface AwardSharesTable {
  componentId: string
  fundId: string
  amountMinor: number
  returnedMinor: number
}

/** Money on its way to a person, or spent for them. */
export interface PayoutsTable {
  id: string
  eventId: string
  awardId: string
  componentId: string
  way: PayoutWay
  /** `claimed`: receipts are here; `checked`: an organizer looked; `approved`: finance agreed. */
  state: PayoutState
  /** In the award's currency. */
  amountMinor: number
  currency: string
  note: string
  /** Why it was refused, for its receiver. */
  reason: string
  /** Of the transfer, the ticket, the signature sheet. */
  reference: string
  formKey: string
  createdBy: string | null
  checkedBy: string | null
  checkedAt: Instant | null
  approvedBy: string | null
  approvedAt: Instant | null
  paidBy: string | null
  paidAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
}

export interface PayoutReceiptsTable {
  id: string
  payoutId: string
  fileId: string
  description: string
  /** As the receipt says. */
  amountMinor: number
  currency: string
  createdAt: Instant
}

export interface PayoutSharesTable {
  payoutId: string
  fundId: string
  amountMinor: number
}

/** A what-if: who would come, with which award. */
export interface CohortsTable {
  id: string
  callId: string
  name: string
  /** Caps and targets that differ from the call's (JSON). */
  limits: string
  /** The one that decisions are made from. */
  isChosen: Flag
  version: number
  createdBy: string | null
  createdAt: Instant
  updatedAt: Instant
}

/** `in` and `out` by hand keep their place whatever is suggested. */
export interface CohortMembersTable {
  cohortId: string
  applicationId: string
  isIn: Flag
  choiceId: string | null
  packageId: string | null
  byHand: Flag
  reason: string
  /** Why the suggestion put it there (JSON: codes). */
  because: string
  changedBy: string | null
  changedAt: Instant
}

/** Made first, released later, all at once. */
export interface DecisionsTable {
  applicationId: string
  callId: string
  kind: DecisionKind
  choiceId: string | null
  packageId: string | null
  /** On the reserve list, from 1. */
  place: number | null
  /** For the applicant. */
  reason: string
  /** For the committee. */
  note: string
  decidedBy: string | null
  decidedAt: Instant
  version: number
  /** Set from the moment on at which it is being released; `releasedAt` when it was. */
  releaseId: string | null
  releasedAt: Instant | null
  /** Why it stayed behind at the last release (a refusal's code); '' when it did not. */
  refusal: string
}

/** Its mails leave at `sendAt`; until then it can be undone as one. */
export interface DecisionReleasesTable {
  id: string
  callId: string
  wave: number
  state: 'waiting' | 'sent' | 'undone'
  count: number
  sendAt: Instant
  createdBy: string | null
  createdAt: Instant
  undoneBy: string | null
  undoneAt: Instant | null
}

/** A seat and an award held for one applicant until a moment; only an accepted one makes a registration. */
export interface CallOffersTable {
  id: string
  callId: string
  applicationId: string
  eventId: string
  choiceId: string | null
  ticketTypeId: string | null
  awardId: string | null
  /** The seats that it holds; null: none (a scholarship without a seat). */
  reservationId: string | null
  wave: number
  releaseId: string | null
  state: 'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn'
  /** The application while it is open or accepted, so that there is one at most. */
  activeKey: string | null
  untilAt: Instant
  remindedAt: Instant | null
  answeredAt: Instant | null
  orderId: string | null
  reason: string
  createdAt: Instant
  updatedAt: Instant
}

/* ---------- teaching, attendance, surveys, certificates ---------- */

export type AttendanceState = 'present' | 'absent' | 'excused' | 'none'

/** `before` the course, `daily`, at its `end`, its `impact` months later. */
export type SurveyKind = 'before' | 'daily' | 'end' | 'impact'

/** When an event's participant list is frozen, and whether the event is held with it. Without a row: two weeks before, open. */
export interface RostersTable {
  eventId: string
  /** The day that was set by hand; '' follows the event, two weeks before it begins. */
  freezeOn: string
  /** So many people make it worth while; null: nobody said. */
  minimum: number | null
  frozenAt: Instant | null
  /** Null: its day came. */
  frozenBy: string | null
  decision: 'open' | 'go' | 'no-go'
  decidedBy: string | null
  decidedAt: Instant | null
  note: string
  version: number
  updatedAt: Instant
}

/** Who was on the list when it was frozen, and who came, left or changed the track since. Append-only. */
export interface RosterEntriesTable {
  id: string
  eventId: string
  registrationId: string
  /** '' for none. */
  trackId: string
  fromTrackId: string
  kind: 'frozen' | 'came' | 'left' | 'moved'
  /** Which of the entries of its registration, from 1: unique with it, so that nothing is told twice. */
  step: number
  at: Instant
}

/** Up to when somebody has seen the changes of a list. */
export interface RosterReadingsTable {
  accountId: string
  eventId: string
  seenAt: Instant
}

/** A link that gives one list on to somebody without an account; its token is stored as its hash. */
export interface ListLinksTable {
  id: string
  eventId: string
  /** Who gave it on: it shows what they may see, and nothing any more once they may not. */
  accountId: string
  format: 'csv' | 'xlsx' | 'pdf' | 'vcf' | 'json'
  purpose: string
  /** The address's query: filter, columns, style of the file. */
  query: string
  language: string
  /** For whom, in the giver's words. */
  note: string
  tokenHash: string
  expiresAt: Instant
  revokedAt: Instant | null
  uses: number
  lastUsedAt: Instant | null
  createdAt: Instant
}

/** A place in a lab: where it stands, which machine, addresses and zone belong to it, and who sits there. */
export interface LabSeatsTable {
  id: string
  eventId: string
  /** '' for none. */
  trackId: string
  label: string
  gridRow: number
  gridColumn: number
  machine: string
  addressRange: string
  zoneName: string
  registrationId: string | null
  version: number
}

export interface LabGroupsTable {
  registrationId: string
  eventId: string
  name: string
}

/** The days of the event that a ticket type lets in; all when it has no rows. */
export interface TicketTypeDaysTable {
  ticketTypeId: string
  heldOn: string
}

/** What is marked at an event. Without a row: half-days. */
export interface AttendancePlansTable {
  eventId: string
  unit: 'session' | 'half-day' | 'day'
  version: number
  updatedAt: Instant
}

/** A browser that was opened to mark without a connection. */
export interface AttendanceDevicesTable {
  id: string
  eventId: string
  accountId: string
  name: string
  openedAt: Instant
  lastSeenAt: Instant
  /** Nothing more is given to it; what it still sends is taken. */
  endedAt: Instant | null
}

/** One person, one slot: what somebody saw. Append-only; the id is made where the mark is made, so that sending twice is once. */
export interface AttendanceMarksTable {
  id: string
  eventId: string
  registrationId: string
  /** `arrival`, `day:2027-06-14`, `half:2027-06-14:am`, `session:ID`. */
  slot: string
  /** `none` takes the mark before it back. */
  state: AttendanceState
  /** When it was seen, put right where the device's clock was wrong. */
  at: Instant
  /** As the device's clock had it. */
  deviceAt: Instant | null
  receivedAt: Instant
  accountId: string
  deviceId: string | null
  source: 'list' | 'scan' | 'desk' | 'paper'
  sheetId: string | null
  /** Why it was taken although the verdict was another, in the verdict's word. */
  overruled: string
  /** At which desk, as its people call it; '' for none. */
  desk: Generated<string>
}

/** The newest mark (`at`, then `markId`) of a person and slot. */
export interface AttendanceStatesTable {
  registrationId: string
  slot: string
  eventId: string
  state: AttendanceState
  at: Instant
  markId: string
}

/** What two marks say differently, or a device could not know, for a person to look at. */
export interface AttendanceConflictsTable {
  id: string
  eventId: string
  registrationId: string
  slot: string
  kind: 'two-states' | 'let-in-twice' | 'seat-ended' | 'wrong-clock'
  markId: string
  otherMarkId: string | null
  createdAt: Instant
  seenBy: string | null
  seenAt: Instant | null
}

/** A sign-in sheet that was printed: its rows keep their numbers whatever the list becomes. */
export interface AttendanceSheetsTable {
  id: string
  eventId: string
  trackId: string | null
  /** With a check letter, so that one misread letter is noticed. */
  code: string
  heldOn: string
  sessionId: string | null
  /** `am`, `pm`, `am,pm`, `day` or `session`. */
  parts: string
  rowCount: number
  createdBy: string | null
  createdAt: Instant
}

export interface AttendanceSheetRowsTable {
  sheetId: string
  position: number
  registrationId: string
}

export interface SurveysTable {
  id: string
  eventId: string
  /** Only for who is in it; null: for everybody. */
  trackId: string | null
  kind: SurveyKind
  /** Answers are kept without a name, and shown only from `minimum` people on. */
  isAnonymous: Flag
  minimum: number
  status: 'draft' | 'ready' | 'closed'
  opensAt: Instant | null
  closesAt: Instant | null
  position: number
  version: number
  createdBy: string | null
  createdAt: Instant
  updatedAt: Instant
}

export interface SurveyTextsTable {
  surveyId: string
  language: string
  title: string
  intro: string
}

export interface SurveyQuestionsTable {
  id: string
  surveyId: string
  position: number
  code: string
  kind: QuestionKind
  isRequired: Flag
  maximum: number | null
  /** What its answers mean to instructors. */
  meaning: '' | 'skill' | 'topic' | 'laptop'
  isRetired: Flag
  version: number
}

export interface SurveyQuestionTextsTable {
  questionId: string
  language: string
  label: string
  help: string
  options: string
}

/** One filled-in survey. The id is random and there is no time in it, so that its order tells nothing of who wrote it. */
export interface SurveyResponsesTable {
  id: string
  surveyId: string
  /** Null where the survey is anonymous. */
  registrationId: string | null
  trackId: string | null
  /** Of a daily survey; '' otherwise. */
  heldOn: string
}

export interface SurveyAnswersTable {
  responseId: string
  questionId: string
  value: string
}

/** That somebody has answered, and nothing of what. */
export interface SurveyTurnoutsTable {
  surveyId: string
  registrationId: string
  heldOn: string
  answeredOn: string
}

export interface CertificateRulesTable {
  eventId: string
  /** Percent of the slots held. */
  minimumShare: number
  needsSurveyId: string | null
  needsName: Flag
  /** That an instructor signs each person off. */
  needsSignOff: Flag
  /** Of training; 0: not said. */
  hours: number
  /** Until when names are corrected by who bears them. */
  namesUntilAt: Instant | null
  /** When everybody was asked to look at their name. */
  namesAskedAt: Instant | null
  /** Who pressed the button, and when, while certificates are still being issued: what a dead process left goes on. */
  issuingBy: string | null
  issuingAt: Instant | null
  version: number
  updatedAt: Instant
}

/** What it certifies, in the language of the course; of a track, or ('') of all. */
export interface CertificateTextsTable {
  eventId: string
  trackId: string
  language: string
  body: string
}

export interface CertificateSignatoriesTable {
  id: string
  eventId: string
  /** '' for all tracks. */
  trackId: string
  position: number
  fullName: string
  latinName: string | null
  title: string
}

/** The name as it is to stand on the certificate, and who agreed to it. */
export interface CertificateNamesTable {
  registrationId: string
  eventId: string
  name: string
  latinName: string | null
  confirmedAt: Instant | null
  confirmedBy: '' | 'person' | 'organizer'
  signedOffBy: string | null
  signedOffAt: Instant | null
  updatedAt: Instant
}

/** One person about whom somebody decided otherwise than the rule does. */
export interface CertificateExceptionsTable {
  registrationId: string
  eventId: string
  decision: 'given' | 'kept'
  reason: string
  decidedBy: string | null
  decidedAt: Instant
}

/** A statement that was issued. It holds all that it says, so that it outlives its event; `content` is emptied when its bearer is erased. */
export interface CertificatesTable {
  id: string
  serial: string
  eventId: string
  registrationId: string
  /** Who was on the seat when it was issued: whoever comes onto it later does not see it. */
  personId: string
  /** The registration while it is not revoked: one each. */
  activeKey: string | null
  number: number
  state: 'issued' | 'revoked'
  version: number
  /** JSON: `CertificateContent`. */
  content: string
  /** JWS (RFC 7515), compact, by the key `keyId`. */
  signature: string
  keyId: string
  issuedBy: string | null
  issuedAt: Instant
  revokedBy: string | null
  revokedAt: Instant | null
  reason: string
  erasedAt: Instant | null
}

/** Every wording that a certificate had under its number. */
export interface CertificateVersionsTable {
  certificateId: string
  version: number
  content: string
  signature: string
  keyId: string
  reason: string
  issuedBy: string | null
  issuedAt: Instant
}

/** Public keys that certificates were signed by: they verify after the secret changed. */
export interface CertificateKeysTable {
  id: string
  publicKey: string
  createdAt: Instant
}
