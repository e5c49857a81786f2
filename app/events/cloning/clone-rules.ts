import type { ClonePart } from './clone-parts.ts'
import { type Shift, shiftHour } from './shift-times.ts'
import { sessionBounds } from '../event-bounds.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

type Row = Record<string, unknown>
type Table = keyof Database

/** What a copy needs to know beside its row. */
export interface CopyAround {
  shift: Shift
  now: Instant
  /** Who copies. */
  accountId: string | null
  /** Every id that was copied, and that of its copy. */
  copies: ReadonlyMap<string, string>
}

/**
 * How the rows of one table come along. A column that no rule names is copied as it is, so that a new one is not lost;
 * a test asks for a word about every column that may point, date or count.
 */
export interface CopyRule {
  table: Table
  /** Without one it always comes along. */
  part?: ClonePart
  /** By which column a row belongs to a row of which table; to the event itself by its own. */
  owner?: [column: string, table: Table]
  /** Other rows of the event that a row cannot be without: it stays behind where they do. */
  needs?: string[]
  /** Other rows of the event that a row names: none, where they stay behind. */
  names?: string[]
  moments?: string[]
  /** On whose clock its moments were set, where that is not the event's. */
  clock?: (row: Row, zone: string, column: string) => string
  days?: string[]
  isCopied?: (row: Row) => boolean
  /** What begins anew, or follows from what has moved. */
  anew?: (row: Row, around: CopyAround) => Row
  /** Columns that look as if they pointed or counted and are copied as they are. */
  asIs?: string[]
}

/** Every table whose rows come along, each after those that it points to. */
export const COPY_RULES: CopyRule[] = [
  { table: 'eventTexts' },
  { table: 'eventLanguages' },
  { table: 'eventTopics' },
  { table: 'eventVisaNotes' },
  { table: 'tracks' },
  { table: 'trackTexts', owner: ['trackId', 'tracks'] },
  // Who is named, in public, by their own wish.
  { table: 'eventPeople', part: 'people', names: ['trackId'] },

  { table: 'rooms', part: 'programme' },
  { table: 'sessions', part: 'programme', names: ['trackId'], anew: sessionAnew },
  {
    table: 'sessionPeople',
    part: 'programme',
    owner: ['sessionId', 'sessions'],
    // An address was given to be told of that edition.
    anew: () => ({ email: null }),
  },
  {
    table: 'sessionMaterials',
    part: 'programme',
    owner: ['sessionId', 'sessions'],
    isCopied: ({ fileId }) => fileId === null,
    anew: (_row, { now }) => ({ createdAt: now }),
    asIs: ['fileId'],
  },

  // Nobody has a seat yet; `setBlocks` counts what is set aside.
  { table: 'quotas', part: 'tickets', names: ['trackId'], anew: () => ({ taken: 0, waiting: 0, overBy: 0 }) },
  { table: 'taxRules', part: 'tickets' },
  {
    table: 'ticketTypes',
    part: 'tickets',
    names: ['trackId', 'remoteTypeId', 'taxRuleId'],
    moments: ['onSaleFromAt', 'onSaleUntilAt'],
  },
  { table: 'ticketTypeTexts', part: 'tickets', owner: ['ticketTypeId', 'ticketTypes'] },
  { table: 'ticketTypeQuotas', part: 'tickets', owner: ['ticketTypeId', 'ticketTypes'], needs: ['quotaId'] },
  { table: 'ticketTypeDays', part: 'tickets', owner: ['ticketTypeId', 'ticketTypes'], days: ['heldOn'] },
  { table: 'ticketTypeMains', part: 'tickets', owner: ['ticketTypeId', 'ticketTypes'], needs: ['mainTypeId'] },
  {
    table: 'priceSteps',
    part: 'tickets',
    owner: ['ticketTypeId', 'ticketTypes'],
    moments: ['startsAt', 'endsAt'],
    clock: ({ closesZone }, zone) => clockOf(closesZone as string | null, zone),
  },
  { table: 'priceRules', part: 'tickets' },
  { table: 'priceRuleTypes', part: 'tickets', owner: ['priceRuleId', 'priceRules'], needs: ['ticketTypeId'] },
  { table: 'priceRuleSteps', part: 'tickets', owner: ['priceRuleId', 'priceRules'] },
  { table: 'refundRules', part: 'tickets', moments: ['untilAt'], days: ['appliedByOn'] },
  {
    table: 'changeRules',
    part: 'tickets',
    moments: ['editUntilAt', 'substituteUntilAt', 'convertUntilAt', 'changeUntilAt'],
  },
  { table: 'paymentTerms', part: 'tickets', moments: ['fromAt', 'untilAt'], asIs: ['confirmsOn'] },
  { table: 'waitingListRules', part: 'tickets', moments: ['closesAt'] },

  { table: 'questions', part: 'questions', names: ['shownWhenQuestionId'], days: ['eraseOn'] },
  { table: 'questionTexts', part: 'questions', owner: ['questionId', 'questions'] },
  { table: 'questionTicketTypes', part: 'questions', owner: ['questionId', 'questions'], needs: ['ticketTypeId'] },
  { table: 'questionTracks', part: 'questions', owner: ['questionId', 'questions'], needs: ['trackId'] },
  { table: 'questionStages', part: 'questions', moments: ['opensAt', 'deadlineAt', 'remindAt'] },

  {
    table: 'surveys',
    part: 'questions',
    names: ['trackId'],
    moments: ['opensAt', 'closesAt'],
    anew: surveyAnew,
  },
  { table: 'surveyTexts', part: 'questions', owner: ['surveyId', 'surveys'] },
  {
    table: 'surveyQuestions',
    part: 'questions',
    owner: ['surveyId', 'surveys'],
    isCopied: ({ isRetired }) => isRetired === 0,
    anew: () => ({ version: 1 }),
  },
  { table: 'surveyQuestionTexts', part: 'questions', owner: ['questionId', 'surveyQuestions'] },
  { table: 'attendancePlans', anew: (_row, { now }) => ({ version: 1, updatedAt: now }) },
  {
    table: 'certificateRules',
    names: ['needsSurveyId'],
    moments: ['namesUntilAt'],
    anew: (_row, { now }) => ({ namesAskedAt: null, issuingBy: null, issuingAt: null, version: 1, updatedAt: now }),
  },
  { table: 'certificateTexts', anew: ofTrack },
  { table: 'certificateSignatories', anew: ofTrack },
  {
    table: 'labSeats',
    part: 'programme',
    anew: (row, around) => ({ ...ofTrack(row, around), registrationId: null, version: 1 }),
  },

  {
    table: 'reservations',
    part: 'campaigns',
    isCopied: ({ kind }) => kind === 'block',
    moments: ['untilAt'],
    anew: (_row, { now }) => ({ endedAt: null, createdAt: now }),
    asIs: ['subjectId'],
  },
  {
    table: 'reservedSeats',
    part: 'campaigns',
    owner: ['reservationId', 'reservations'],
    needs: ['quotaId'],
    anew: ({ size }) => ({ remaining: size }),
  },
  {
    table: 'voucherCampaigns',
    part: 'campaigns',
    names: ['reservationId'],
    moments: ['startsAt', 'endsAt'],
    anew: (_row, { now }) => ({ createdAt: now, updatedAt: now }),
  },
  {
    table: 'voucherCampaignTypes',
    part: 'campaigns',
    owner: ['campaignId', 'voucherCampaigns'],
    needs: ['ticketTypeId'],
  },
  { table: 'voucherAmounts', part: 'campaigns', owner: ['campaignId', 'voucherCampaigns'] },

  {
    table: 'eventTasks',
    part: 'tasks',
    days: ['dueOn'],
    anew: (_row, { now }) => ({ doneAt: null, doneBy: null, ownerId: null, createdAt: now }),
  },
  {
    table: 'broadcasts',
    part: 'messages',
    isCopied: ({ kind }) => kind !== 'once',
    moments: ['sendAt'],
    anew: broadcastAnew,
  },
  { table: 'broadcastTexts', part: 'messages', owner: ['broadcastId', 'broadcasts'] },

  {
    table: 'calls',
    part: 'calls',
    isCopied: ({ status }) => status !== 'cancelled',
    moments: ['opensAt', 'closesAt', 'refereesUntilAt', 'reviewUntilAt', 'decideAt', 'noOffersAfterAt'],
    // What applicants and referees have to meet was set on the clock of the call.
    clock: ({ closesZone }, zone, column) =>
      ['opensAt', 'closesAt', 'refereesUntilAt'].includes(column) ? clockOf(closesZone as string | null, zone) : zone,
    days: ['reportDueOn'],
    anew: callAnew,
  },
  { table: 'callTexts', part: 'calls', owner: ['callId', 'calls'] },
  // A site of the last edition becomes the event itself: which one it will be, somebody has to say.
  {
    table: 'callChoices',
    part: 'calls',
    owner: ['callId', 'calls'],
    names: ['trackId', 'ticketTypeId'],
    anew: () => ({ isClosed: 0 }),
  },
  { table: 'callChoiceTexts', part: 'calls', owner: ['choiceId', 'callChoices'] },
  { table: 'callRules', part: 'calls', owner: ['callId', 'calls'] },
  { table: 'callWaves', part: 'calls', owner: ['callId', 'calls'], moments: ['startsAt', 'answerUntilAt'] },
  { table: 'callSections', part: 'calls', owner: ['callId', 'calls'] },
  { table: 'callSectionTexts', part: 'calls', owner: ['sectionId', 'callSections'] },
  {
    table: 'callQuestions',
    part: 'calls',
    owner: ['callId', 'calls'],
    needs: ['sectionId'],
    names: ['shownWhenQuestionId'],
    days: ['eraseOn'],
    anew: () => ({ version: 1 }),
  },
  { table: 'callQuestionTexts', part: 'calls', owner: ['questionId', 'callQuestions'] },
  { table: 'callQuestionChoices', part: 'calls', owner: ['questionId', 'callQuestions'], needs: ['choiceId'] },
  { table: 'callCriteria', part: 'calls', owner: ['callId', 'calls'] },
  { table: 'callCriterionTexts', part: 'calls', owner: ['criterionId', 'callCriteria'] },
  { table: 'callCriterionWeights', part: 'calls', owner: ['criterionId', 'callCriteria'] },
  { table: 'awardPackages', part: 'calls', owner: ['callId', 'calls'], anew: () => ({ version: 1 }) },
  { table: 'awardPackageTexts', part: 'calls', owner: ['packageId', 'awardPackages'] },
  {
    table: 'awardPackageTickets',
    part: 'calls',
    owner: ['packageId', 'awardPackages'],
    needs: ['choiceId', 'ticketTypeId'],
  },
  { table: 'awardPackageComponents', part: 'calls', owner: ['packageId', 'awardPackages'] },
  // A donor is asked anew: the conditions come along, the money does not.
  { table: 'funds', part: 'calls', anew: fundAnew },
  { table: 'fundConditions', part: 'calls', owner: ['fundId', 'funds'] },
]

/** '' is all tracks, and stays so. */
function ofTrack({ trackId }: Row, { copies }: CopyAround): Row {
  return { trackId: copies.get(trackId as string) ?? '' }
}

/** Its hour on the new day; nobody has seen it or signed up, and no file was imported for it. */
function sessionAnew(row: Row, { shift, now }: CopyAround): Row {
  const heldOn = shift.day(row.heldOn as string)
  const hour = shiftHour(shift, heldOn, { startsTime: row.startsTime as string, endsTime: row.endsTime as string })
  return {
    heldOn,
    ...hour,
    ...sessionBounds({ heldOn, ...hour }, shift.zone),
    startsLater: 0,
    endsLater: 0,
    sequence: 0,
    calendarDigest: '',
    calendarAt: null,
    updatedAt: now,
    importUid: null,
    signedUp: 0,
    version: 0,
    // Where the last edition was streamed is not where this one will be.
    streamUrl: null,
  }
}

/** A draft that nobody has answered. */
function surveyAnew(_row: Row, { now, accountId }: CopyAround): Row {
  return { status: 'draft', version: 1, createdBy: accountId, createdAt: now, updatedAt: now }
}

/** A draft to which nobody has applied. */
function callAnew(_row: Row, { now, accountId }: CopyAround): Row {
  return {
    status: 'draft',
    openedAt: null,
    lastNumber: 0,
    version: 1,
    createdBy: accountId,
    createdAt: now,
    updatedAt: now,
  }
}

function fundAnew(_row: Row, { now }: CopyAround): Row {
  const nothing = { budgetMinor: 0, offeredMinor: 0, committedMinor: 0, paidMinor: 0 }
  return { ...nothing, version: 1, createdAt: now, updatedAt: now }
}

/** A draft in the organizer's words; whom it is for names the copies of what it named. */
function broadcastAnew(row: Row, { now, accountId, copies }: CopyAround): Row {
  const segment = (row.segment as string).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    return copies.get(id) ?? id
  })
  return {
    segment,
    state: 'draft',
    reached: null,
    expected: null,
    version: 0,
    createdBy: accountId,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    endedAt: null,
  }
}
