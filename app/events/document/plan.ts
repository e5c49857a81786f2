import type { EventDocument } from './schema.ts'
import { epochMilliseconds, type Instant, toInstant } from '#app/values/moment.ts'

type Private = NonNullable<EventDocument['private']>

/** An event as it is to be written: nothing private stands apart any more, and everything is in its order. */
export interface EventPlan extends Omit<
  EventDocument,
  '$schema' | 'links' | 'private' | 'sequence' | 'updatedAt' | 'quotas' | 'ticketTypes' | 'questions' | 'sessions'
> {
  onlineUrl: string | null
  quotas: { key: string; name: string; size: number; overBy: number; track: string | null }[]
  ticketTypes: (EventDocument['ticketTypes'][number] & { isHidden: boolean })[]
  questions: (EventDocument['questions'][number] & { purpose: string; audience: Audience; eraseOn: string | null })[]
  sessions: (EventDocument['sessions'][number] & { isPublic: boolean })[]
}

type Audience = Private['questions'][number]['audience']

/** Brings the two parts of a document together. */
export function planOf(document: EventDocument): EventPlan {
  const { $schema, links, sequence, updatedAt, private: secret, ...event } = document
  return {
    ...event,
    applications: windowOf(event.applications),
    scholarships: windowOf(event.scholarships),
    languages: event.languages.toSorted(),
    topics: event.topics.toSorted((one, other) => (one.slug < other.slug ? -1 : 1)),
    neighbours: event.neighbours.toSorted((one, other) => (one.event < other.event ? -1 : 1)),
    onlineUrl: secret?.onlineUrl ?? null,
    quotas: quotasOf(document),
    ticketTypes: ticketTypesOf(document),
    questions: questionsOf(document),
    sessions: [
      ...event.sessions.map((session) => ({ ...session, isPublic: true })),
      ...(secret?.sessions ?? []).map((session) => ({ ...session, isPublic: false })),
    ],
  }
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
  const types = ticketTypes.map((type) => ({ ...momentsOf(type), isHidden: false }))
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
      hiddenTicketTypes = [],
    } = known.get(question.code) ?? {}
    const ticketTypes = [...question.ticketTypes, ...hiddenTicketTypes].toSorted()
    return { ...question, purpose, audience, eraseOn, ticketTypes }
  })
  secret?.questions.forEach(({ hidden, hiddenTicketTypes, ...question }, at) => {
    if (hidden) open.splice(at, 0, { ...question, ...hidden, ticketTypes: hiddenTicketTypes.toSorted() })
  })
  return open
}

function momentsOf<T extends EventDocument['ticketTypes'][number]>(type: T): T {
  return {
    ...type,
    onSaleFromAt: instantOrNull(type.onSaleFromAt),
    onSaleUntilAt: instantOrNull(type.onSaleUntilAt),
    priceSteps: type.priceSteps.map((step) => ({
      ...step,
      startsAt: instantOrNull(step.startsAt),
      endsAt: instantOrNull(step.endsAt),
    })),
  }
}

function windowOf({ opensAt, closesAt }: EventDocument['applications']) {
  return { opensAt: instantOrNull(opensAt), closesAt: instantOrNull(closesAt) }
}

/** A moment with any offset as it is stored: in UTC, to the millisecond. */
function instantOrNull(moment: string | null): Instant | null {
  return moment === null ? null : toInstant(epochMilliseconds(moment))
}
