import { eventBounds } from '../event-bounds.ts'
import type { EventPlan } from './plan.ts'
import { newId } from '#app/values/id.ts'
import { type Instant, instantOf } from '#app/values/moment.ts'

/** The ids of an event and of what it has already; what has none yet gets one. */
export interface Ids {
  eventId: string
  seriesId: string
  hostId: string | null
  parentId: string | null
  tracks: Map<string, string>
  quotas: Map<string, string>
  ticketTypes: Map<string, string>
  questions: Map<string, string>
  sessions: Map<string, string>
}

/** What a session is known by from one import to the next. */
export function sessionKey(session: {
  code: string | null
  heldOn: string
  startsTime: string
  track: string | null
  title: string
}): string {
  return session.code ?? JSON.stringify([session.heldOn, session.startsTime, session.track, session.title])
}

/** What quotas are known by: their names, and which of several of one name they are. */
export function quotaNames(quotas: { name: string }[]): string[] {
  const seen = new Map<string, number>()
  return quotas.map(({ name }) => {
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return JSON.stringify([name, number])
  })
}

/** The columns of `events` that a document says something about. */
export function eventRow(plan: EventPlan, ids: Ids) {
  return {
    slug: plan.slug,
    seriesId: ids.seriesId,
    hostId: ids.hostId,
    parentId: ids.parentId,
    edition: plan.edition,
    status: plan.status,
    isSample: flag(plan.isSample),
    language: plan.language,
    format: plan.format,
    level: plan.level,
    admission: plan.admission,
    applyFromAt: plan.applications.opensAt,
    applyUntilAt: plan.applications.closesAt,
    scholarshipFromAt: plan.scholarships.opensAt,
    scholarshipUntilAt: plan.scholarships.closesAt,
    ...plan.dates,
    ...eventBounds(plan.dates),
    ...plan.place,
    onlineUrl: plan.onlineUrl,
    contactEmail: plan.contactEmail,
    websiteUrl: plan.websiteUrl,
    currency: plan.currency,
    confirmsOn: plan.confirmsOn,
    paymentMethods: plan.paymentMethods.join(','),
    attendance: plan.history?.attendance ?? null,
    attendanceCountries: plan.history?.countries ?? null,
    confidence: plan.history?.confidence ?? null,
    historyNotes: plan.history?.notes ?? null,
  }
}

/** The rows of everything that belongs to an event, by table. */
export function childRows(plan: EventPlan, ids: Ids, now: Instant) {
  const { eventId } = ids
  const trackOf = (code: string | null) => (code === null ? null : ids.tracks.get(code)!)
  for (const track of plan.tracks) give(ids.tracks, track.code, now)
  const names = quotaNames(plan.quotas)
  for (const name of names) give(ids.quotas, name, now)
  for (const type of plan.ticketTypes) give(ids.ticketTypes, type.code, now)
  for (const question of plan.questions) give(ids.questions, question.code, now)
  const sessionIds = plan.sessions.map((session) => take(ids.sessions, sessionKey(session)) ?? newId(now))
  const quotaIds = new Map(plan.quotas.map((quota, at) => [quota.key, ids.quotas.get(names[at]!)!]))
  return {
    eventTexts: Object.entries(plan.texts).map(([language, texts]) => ({ eventId, language, ...texts })),
    eventLanguages: plan.languages.map((language) => ({ eventId, language })),
    eventTopics: plan.topics.map((topic) => ({ eventId, topic: topic.slug })),
    eventSources: plan.sources.map((source, position) => ({ eventId, position, ...source })),
    eventPeople: plan.people.map(({ track, ...person }, position) => ({
      id: newId(now),
      eventId,
      trackId: trackOf(track),
      position,
      ...person,
    })),
    tracks: plan.tracks.map(({ texts: _, ...track }, position) => ({
      id: ids.tracks.get(track.code)!,
      eventId,
      position,
      ...track,
    })),
    trackTexts: plan.tracks.flatMap((track) =>
      Object.entries(track.texts).map(([language, texts]) => ({
        trackId: ids.tracks.get(track.code)!,
        language,
        ...texts,
      })),
    ),
    sessions: plan.sessions.map(({ people: _, track, isPublic, isStreamed, ...session }, at) => ({
      id: sessionIds[at]!,
      eventId,
      trackId: trackOf(track),
      ...session,
      startsAt: instantOf(session.heldOn, session.startsTime, plan.dates.zone),
      endsAt: instantOf(session.heldOn, session.endsTime, plan.dates.zone),
      isPublic: flag(isPublic),
      isStreamed: flag(isStreamed),
      sequence: 0,
      updatedAt: now,
    })),
    sessionPeople: plan.sessions.flatMap((session, at) =>
      session.people.map((person, position) => ({ id: newId(now), sessionId: sessionIds[at]!, position, ...person })),
    ),
    quotas: plan.quotas.map(({ key: _, track, name, size, overBy }, position) => ({
      id: ids.quotas.get(names[position]!)!,
      eventId,
      trackId: trackOf(track),
      name,
      size,
      overBy,
      taken: 0,
      position,
    })),
    ...ticketRows(plan, ids, quotaIds, now),
    ...questionRows(plan, ids),
  }
}

export type ChildRows = ReturnType<typeof childRows>

function ticketRows(plan: EventPlan, ids: Ids, quotaIds: Map<string, string>, now: Instant) {
  const idOf = (code: string) => ids.ticketTypes.get(code)!
  return {
    ticketTypes: plan.ticketTypes.map(
      ({ texts: _, quotas: __, priceSteps: ___, track, isHidden, isClosed, allowsRepeat, ...type }, position) => ({
        id: idOf(type.code),
        eventId: ids.eventId,
        trackId: track === null ? null : ids.tracks.get(track)!,
        position,
        isHidden: flag(isHidden),
        isClosed: flag(isClosed),
        allowsRepeat: flag(allowsRepeat),
        ...type,
      }),
    ),
    ticketTypeTexts: plan.ticketTypes.flatMap((type) =>
      Object.entries(type.texts).map(([language, texts]) => ({ ticketTypeId: idOf(type.code), language, ...texts })),
    ),
    ticketTypeQuotas: plan.ticketTypes.flatMap((type) =>
      type.quotas.map((key) => ({ ticketTypeId: idOf(type.code), quotaId: quotaIds.get(key)! })),
    ),
    priceSteps: plan.ticketTypes.flatMap((type) =>
      type.priceSteps.map((step, position) => ({ id: newId(now), ticketTypeId: idOf(type.code), position, ...step })),
    ),
  }
}

function questionRows(plan: EventPlan, ids: Ids) {
  const idOf = (code: string) => ids.questions.get(code)!
  return {
    questions: plan.questions.map(({ texts: _, ticketTypes: __, isRequired, ...question }, position) => ({
      id: idOf(question.code),
      eventId: ids.eventId,
      position,
      isRequired: flag(isRequired),
      isRetired: flag(false),
      ...question,
    })),
    questionTexts: plan.questions.flatMap((question) =>
      Object.entries(question.texts).map(([language, { label, help, options }]) => ({
        questionId: idOf(question.code),
        language,
        label,
        help,
        options: options.length === 0 ? '' : JSON.stringify(options),
      })),
    ),
    questionTicketTypes: plan.questions.flatMap((question) =>
      question.ticketTypes.map((code) => ({
        questionId: idOf(question.code),
        ticketTypeId: ids.ticketTypes.get(code)!,
      })),
    ),
  }
}

function give(ids: Map<string, string>, key: string, now: Instant): void {
  if (!ids.has(key)) ids.set(key, newId(now))
}

/** An id is given away once: of two sessions alike the second is a new one. */
function take(ids: Map<string, string>, key: string): string | undefined {
  const id = ids.get(key)
  ids.delete(key)
  return id
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0
}
