import type { Kysely } from 'kysely'
import type { ProgrammeSession, ProgrammeView } from './programme-view.ts'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import { isPublic } from '#app/calendar/is-public.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The public programme of a public event, in the order of time and then of tracks; null when there is no such event. */
export async function programmeView(
  db: Kysely<Database>,
  slug: string,
  language: string,
): Promise<ProgrammeView | null> {
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.seriesId', 'events.language', 'events.status', 'events.publishedAt'])
    .select(['events.city', 'events.zone', 'events.startsAt', 'series.mark', 'series.slug as seriesSlug'])
    .select(['events.postponedAt', 'events.areRoomsPublic'])
    .where('events.slug', '=', slug)
    .executeTakeFirst()
  if (!event || !isPublic(event)) return null
  const [texts, seriesTexts, tracks, sessions] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', event.id).execute(),
    db.selectFrom('seriesTexts').select(['language', 'shortName']).where('seriesId', '=', event.seriesId).execute(),
    tracksOf(db, event.id, language),
    sessionsOf(db, event.id),
  ])
  const text = inLanguage(texts, language, event.language)
  return {
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
    tracks,
    sessions: event.areRoomsPublic === 1 ? sessions : sessions.map((session) => ({ ...session, room: null })),
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
  const [sessions, people] = await Promise.all([
    db
      .selectFrom('sessions')
      .leftJoin('tracks', 'tracks.id', 'sessions.trackId')
      .select(['sessions.id', 'sessions.code', 'sessions.kind', 'sessions.title', 'sessions.abstract'])
      .select(['sessions.language', 'sessions.heldOn', 'sessions.startsTime', 'sessions.endsTime', 'sessions.room'])
      .select(['sessions.isStreamed', 'tracks.code as trackCode'])
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
  ])
  const peopleOf = Map.groupBy(people, ({ sessionId }) => sessionId)
  return sessions.map((session) => ({
    ...session,
    isStreamed: session.isStreamed === 1,
    people: (peopleOf.get(session.id) ?? []).map(({ role, fullName, affiliation }) => ({
      role,
      fullName,
      affiliation,
    })),
  }))
}
