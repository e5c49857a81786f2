import type { Kysely } from 'kysely'
import type { ProgrammeHead, ProgrammeSession, ProgrammeView } from './programme-view.ts'
import { sessionExtras } from './sessions/session-extras.server.ts'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import { isPublic } from '#app/calendar/is-public.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The public programme of a public event, in the order of time and then of tracks; null when there is no such event. */
export async function programmeView(
  db: Kysely<Database>,
  slug: string,
  language: string,
  { allowDraft = false }: { allowDraft?: boolean } = {},
): Promise<ProgrammeView | null> {
  const head = await programmeHead(db, slug, language, { allowDraft })
  if (!head) return null
  const [tracks, sessions] = await Promise.all([tracksOf(db, head.eventId, language), sessionsOf(db, head.eventId)])
  return {
    ...head,
    tracks,
    sessions: head.areRoomsPublic ? sessions : sessions.map((session) => ({ ...session, room: null })),
  }
}

/** What every page about the programme of a public event begins with; null when there is no such event. */
export async function programmeHead(
  db: Kysely<Database>,
  slug: string,
  language: string,
  { allowDraft = false }: { allowDraft?: boolean } = {},
): Promise<ProgrammeHead | null> {
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.seriesId', 'events.language', 'events.status', 'events.publishedAt'])
    .select(['events.city', 'events.zone', 'events.startsAt', 'series.mark', 'series.slug as seriesSlug'])
    .select(['events.postponedAt', 'events.areRoomsPublic', 'events.programmeVersion'])
    .where('events.slug', '=', slug)
    .executeTakeFirst()
  if (!event || (!allowDraft && !isPublic(event))) return null
  const [texts, seriesTexts, version] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', event.id).execute(),
    db.selectFrom('seriesTexts').select(['language', 'shortName']).where('seriesId', '=', event.seriesId).execute(),
    db
      .selectFrom('programmeVersions')
      .select(['number', 'releasedAt'])
      .where('eventId', '=', event.id)
      .where('number', '=', event.programmeVersion)
      .executeTakeFirst(),
  ])
  const text = inLanguage(texts, language, event.language)
  return {
    eventId: event.id,
    slug: event.slug,
    title: text?.title ?? event.slug,
    titleLanguage: text?.language ?? event.language,
    mark: event.mark,
    seriesSlug: event.seriesSlug,
    seriesName: inLanguage(seriesTexts, language)?.shortName ?? event.seriesSlug,
    city: event.city,
    zone: event.zone,
    startsAt: event.startsAt,
    isCancelled: event.status === 'cancelled',
    isPostponed: isPostponed(event),
    areRoomsPublic: event.areRoomsPublic === 1,
    version: version ?? null,
  }
}

async function tracksOf(db: Kysely<Database>, eventId: string, language: string) {
  const rows = await db
    .selectFrom('tracks')
    .leftJoin('trackTexts', 'trackTexts.trackId', 'tracks.id')
    .select(['tracks.code', 'tracks.language as own', 'trackTexts.language', 'trackTexts.title'])
    .where('tracks.eventId', '=', eventId)
    .orderBy('tracks.position')
    .orderBy('tracks.code')
    .execute()
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, texts]) => {
    const known = texts.flatMap(({ language: of, title }) => (of && title ? { language: of, title } : []))
    return { code, ...(inLanguage(known, language, texts[0]!.own) ?? { title: code, language: texts[0]!.own }) }
  })
}

async function sessionsOf(db: Kysely<Database>, eventId: string): Promise<ProgrammeSession[]> {
  const [sessions, people, extras] = await Promise.all([
    db
      .selectFrom('sessions')
      .leftJoin('tracks', 'tracks.id', 'sessions.trackId')
      .select(['sessions.id', 'sessions.code', 'sessions.kind', 'sessions.title', 'sessions.abstract'])
      .select(['sessions.language', 'sessions.heldOn', 'sessions.startsTime', 'sessions.endsTime', 'sessions.room'])
      .select(['sessions.isStreamed', 'sessions.startsAt', 'tracks.code as trackCode'])
      .where('sessions.eventId', '=', eventId)
      .where('sessions.isPublic', '=', 1)
      .orderBy('sessions.startsAt')
      .orderBy('tracks.position')
      .orderBy('sessions.id')
      .execute(),
    db
      .selectFrom('sessionPeople')
      .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
      .select(['sessionPeople.sessionId', 'sessionPeople.role', 'sessionPeople.fullName', 'sessionPeople.affiliation'])
      .where('sessions.eventId', '=', eventId)
      .where('sessions.isPublic', '=', 1)
      .orderBy('sessionPeople.position')
      .execute(),
    sessionExtras(db, { eventId, audience: 'public' }),
  ])
  const peopleOf = Map.groupBy(people, ({ sessionId }) => sessionId)
  return sessions.map((session) => ({
    ...session,
    isStreamed: session.isStreamed === 1,
    interpretation: extras.get(session.id)?.interpretation ?? [],
    takesSignUps: extras.get(session.id)?.takesSignUps ?? false,
    capacity: extras.get(session.id)?.capacity ?? null,
    materials: extras.get(session.id)?.materials ?? [],
    people: (peopleOf.get(session.id) ?? []).map(({ role, fullName, affiliation }) => ({
      role,
      fullName,
      affiliation,
    })),
  }))
}
