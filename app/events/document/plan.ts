import type { EventDocument } from './schema.ts'
import { epochMilliseconds, type Instant, toInstant } from '#app/values/moment.ts'
import { emailKey, fold } from '#app/values/text.ts'

type Private = NonNullable<EventDocument['private']>

/** An event as it is to be written: nothing private stands apart any more, and everything is in its order. */
export interface EventPlan extends Omit<
  EventDocument,
  | '$schema'
  | 'links'
  | 'private'
  | 'sequence'
  | 'updatedAt'
  | 'quotas'
  | 'ticketTypes'
  | 'questions'
  | 'sessions'
  | 'paymentTerms'
> {
  onlineUrl: string | null
  calendar: Private['calendar']
  quotas: { key: string; name: string; size: number; overBy: number; track: string | null }[]
  ticketTypes: (EventDocument['ticketTypes'][number] & { isHidden: boolean })[]
  questions: (EventDocument['questions'][number] & {
    purpose: string
    audience: Audience
    eraseOn: string | null
    meaning: Meaning
  })[]
  sessions: (EventDocument['sessions'][number] & { isPublic: boolean })[]
  rooms: Private['rooms']
  paymentTerms: (EventDocument['paymentTerms'][number] & { instructions: string })[]
  blocks: Private['blocks']
  campaigns: Private['campaigns']
  eligiblePeople: Private['eligiblePeople']
}

type Audience = Private['questions'][number]['audience']
type Meaning = Private['questions'][number]['meaning']

/** Brings the two parts of a document together. */
export function planOf(document: EventDocument): EventPlan {
  const { $schema, links, sequence, updatedAt, private: secret, ...event } = document
  return {
    ...event,
    postponedAt: instantOrNull(event.postponedAt),
    applications: windowOf(event.applications),
    scholarships: windowOf(event.scholarships),
    languages: event.languages.toSorted(),
    travelNotes: byName(event.travelNotes, ({ country }) => country),
    topics: event.topics.toSorted((one, other) => (one.slug < other.slug ? -1 : 1)),
    neighbours: event.neighbours.toSorted((one, other) => (one.event < other.event ? -1 : 1)),
    onlineUrl: secret?.onlineUrl ?? null,
    calendar: secret?.calendar ?? { isJoinPublic: false, areRoomsPublic: true, mail: 'file' },
    quotas: quotasOf(document),
    ticketTypes: ticketTypesOf(document),
    questions: questionsOf(document),
    questionStages: byName(document.questionStages.map(inUtc), ({ stage }) => stage),
    priceRules: priceRulesOf(document),
    refundRules: event.refundRules.map(inUtc),
    changeRules: event.changeRules && inUtc(event.changeRules),
    paymentTerms: termsOf(document),
    waitingList: event.waitingList && inUtc(event.waitingList),
    blocks: (secret?.blocks ?? []).map(inUtc),
    campaigns: (secret?.campaigns ?? []).map(campaignOf),
    eligiblePeople: byName(secret?.eligiblePeople ?? [], (person) => `${person.eligibility} ${person.keyHash}`),
    rooms: roomsOf(document),
    sessions: [
      ...event.sessions.map((session) => inOrder({ ...session, isPublic: true })),
      ...(secret?.sessions ?? []).map((session) => inOrder({ ...session, isPublic: false })),
    ],
  }
}

/** Those that are told with their seats, then what else sessions and tracks name; one name is one room, in any case. */
function roomsOf({ tracks, sessions, private: secret }: EventDocument): EventPlan['rooms'] {
  const named = [...tracks, ...sessions, ...(secret?.sessions ?? [])].flatMap(({ room }) =>
    room && room.length <= LONGEST_ROOM ? [{ name: room, seats: null }] : [],
  )
  const rooms = new Map<string, EventPlan['rooms'][number]>()
  for (const room of [...(secret?.rooms ?? []), ...named])
    if (!rooms.has(fold(room.name))) rooms.set(fold(room.name), room)
  return [...rooms.values()]
}

/** The column of a room's name is shorter than that of a place that a session names. */
const LONGEST_ROOM = 80

function inOrder<T extends EventDocument['sessions'][number]>(session: T): T {
  return { ...session, interpretation: [...new Set(session.interpretation)].toSorted() }
}

function quotasOf({ quotas, private: secret }: EventDocument): EventPlan['quotas'] {
  if (!secret || secret.quotas.length === 0) return quotas.map((quota) => ({ ...quota, name: quota.key, overBy: 0 }))
  const open = new Map(quotas.map((quota) => [quota.key, quota]))
  return secret.quotas.map((quota) => {
    const { size, track } = open.get(quota.key) ?? quota
    return { key: quota.key, name: quota.name, overBy: quota.overBy, size: size ?? 0, track: track ?? null }
  })
}

function ticketTypesOf({ ticketTypes, private: secret }: EventDocument): EventPlan['ticketTypes'] {
  const links = new Map(secret?.hiddenLinks.map((row) => [row.code, row]))
  const types = ticketTypes.map((type) => {
    const { mains = [], remote = null } = links.get(type.code) ?? {}
    const whole = { ...type, mains: [...type.mains, ...mains], remote: type.remote ?? remote }
    return { ...momentsOf(whole), isHidden: false }
  })
  const hidden = (secret?.ticketTypes ?? []).toSorted((one, other) => one.position - other.position)
  for (const { position, ...type } of hidden) types.splice(position, 0, { ...momentsOf(type), isHidden: true })
  return types
}

function questionsOf({ questions, private: secret }: EventDocument): EventPlan['questions'] {
  const known = new Map(secret?.questions.map((question) => [question.code, question]))
  const open = questions.map((question) => {
    const {
      purpose = '',
      audience = 'organizers' as const,
      eraseOn = null,
      meaning = '' as const,
      hiddenTicketTypes = [],
      shownWhen = null,
    } = known.get(question.code) ?? {}
    const ticketTypes = [...question.ticketTypes, ...hiddenTicketTypes].toSorted()
    const tracks = question.tracks.toSorted()
    return {
      ...question,
      tracks,
      shownWhen: question.shownWhen ?? shownWhen,
      purpose,
      audience,
      eraseOn,
      meaning,
      ticketTypes,
    }
  })
  secret?.questions.forEach(({ hidden, hiddenTicketTypes, ...question }, at) => {
    const tracks = hidden?.tracks.toSorted() ?? []
    if (hidden) open.splice(at, 0, { ...question, ...hidden, tracks, ticketTypes: hiddenTicketTypes.toSorted() })
  })
  return open
}

function momentsOf<T extends EventDocument['ticketTypes'][number]>(type: T): T {
  return {
    ...inUtc(type),
    mains: type.mains.toSorted(),
    priceSteps: type.priceSteps.map(inUtc),
  }
}

function priceRulesOf({ priceRules, private: secret }: EventDocument): EventPlan['priceRules'] {
  const rules = priceRules.map((rule) => ({ ...rule, parts: rule.parts.map((part) => part.toSorted()) }))
  const hidden = (secret?.priceRules ?? []).toSorted((one, other) => one.position - other.position)
  for (const { position, ...rule } of hidden)
    rules.splice(position, 0, { ...rule, parts: rule.parts.map((part) => part.toSorted()) })
  return rules
}

function termsOf({ paymentTerms, private: secret }: EventDocument): EventPlan['paymentTerms'] {
  const instructions = new Map(secret?.paymentInstructions.map((row) => [row.method, row.instructions]))
  const terms = paymentTerms.map((row) => ({ ...inUtc(row), instructions: instructions.get(row.method) ?? '' }))
  return byName(terms, ({ method }) => method)
}

function campaignOf(campaign: Private['campaigns'][number]): Private['campaigns'][number] {
  return {
    ...inUtc(campaign),
    ticketTypes: campaign.ticketTypes.toSorted(),
    amounts: byName(campaign.amounts, ({ currency }) => currency),
    vouchers: byName(
      campaign.vouchers.map((voucher) => ({ ...voucher, email: voucher.email && emailKey(voucher.email) })),
      ({ code }) => code,
    ),
  }
}

function byName<T>(items: T[], nameOf: (item: T) => string): T[] {
  return items.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : nameOf(one) > nameOf(other) ? 1 : 0))
}

/** An object whose moments (`…At`) are as they are stored. */
function inUtc<T extends object>(value: T): T {
  const moments = Object.entries(value).map(([key, inner]) => [
    key,
    key.endsWith('At') && typeof inner === 'string' ? instantOrNull(inner) : (inner as unknown),
  ])
  return Object.fromEntries(moments) as T
}

function windowOf({ opensAt, closesAt }: EventDocument['applications']) {
  return { opensAt: instantOrNull(opensAt), closesAt: instantOrNull(closesAt) }
}

/** A moment with any offset as it is stored: in UTC, to the millisecond. */
function instantOrNull(moment: string | null): Instant | null {
  return moment === null ? null : toInstant(epochMilliseconds(moment))
}
