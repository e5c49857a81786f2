import { eventBounds, sessionBounds } from '../event-bounds.ts'
import { type Ids, quotaNames, sessionKey } from './ids.ts'
import type { EventPlan } from './plan.ts'
import { questionRows, ticketRows } from './rows-of-offer.ts'
import { ruleRows, taxRows } from './rows-of-rules.ts'
import { voucherRows } from './rows-of-vouchers.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'

/** The columns of `events` that a document says something about. */
export function eventRow(plan: EventPlan, ids: Ids) {
  const { seats, ...place } = plan.place
  return {
    slug: plan.slug,
    seriesId: ids.seriesId,
    hostId: ids.hostId,
    parentId: ids.parentId,
    edition: plan.edition,
    status: plan.status,
    postponedAt: plan.postponedAt,
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
    startsLater: flag(plan.dates.startsLater),
    endsLater: flag(plan.dates.endsLater),
    ...eventBounds(plan.dates),
    ...place,
    venueSeats: seats,
    conductUrl: plan.conduct?.url ?? null,
    conductVersion: plan.conduct?.version ?? null,
    onlineUrl: plan.onlineUrl,
    isJoinPublic: flag(plan.calendar.isJoinPublic),
    areRoomsPublic: flag(plan.calendar.areRoomsPublic),
    calendarMail: plan.calendar.mail,
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
  const { taxIds, taxRules } = taxRows(plan, ids, now)
  return {
    eventTexts: Object.entries(plan.texts).map(([language, texts]) => ({ eventId, language, ...texts })),
    eventLanguages: plan.languages.map((language) => ({ eventId, language })),
    eventVisaNotes: plan.travelNotes.flatMap(({ country, texts }) =>
      Object.entries(texts).map(([language, note]) => ({ eventId, country, language, note })),
    ),
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
    sessions: plan.sessions.map(({ people: _, track, isPublic, isStreamed, takesSignUps, ...session }, at) => ({
      id: sessionIds[at]!,
      eventId,
      trackId: trackOf(track),
      ...session,
      interpretation: session.interpretation.join(','),
      takesSignUps: flag(takesSignUps),
      ...sessionBounds(session, plan.dates.zone),
      startsLater: flag(session.startsLater),
      endsLater: flag(session.endsLater),
      isPublic: flag(isPublic),
      isStreamed: flag(isStreamed),
      sequence: 0,
      updatedAt: now,
    })),
    rooms: plan.rooms.map((room, position) => ({ id: newId(now), eventId, position, ...room })),
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
    taxRules,
    ...ticketRows(plan, ids, { quotaIds, taxIds }, now),
    ...questionRows(plan, ids),
    ...ruleRows(plan, ids, now),
    ...voucherRows(plan, ids, quotaIds, now),
  }
}

export type ChildRows = ReturnType<typeof childRows>

function give(ids: Map<string, string>, key: string, now: Instant): void {
  if (!ids.has(key)) ids.set(key, newId(now))
}

/** An id is given away once: of two sessions alike the second is a new one. */
function take(ids: Map<string, string>, key: string): string | undefined {
  const id = ids.get(key)
  ids.delete(key)
  return id
}
