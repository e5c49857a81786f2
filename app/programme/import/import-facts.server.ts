import type { Kysely } from 'kysely'
import type { ImportFacts } from './import-plan.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { countryName } from '#app/values/dates.ts'
import type { Database } from '#db/schema.ts'

/** The programme of an event and what names its sessions may be given; null when there is no such event. */
export async function loadImportFacts(db: Kysely<Database>, eventId: string): Promise<ImportFacts | null> {
  const event = await db
    .selectFrom('events')
    .select(['id', 'zone', 'firstOn', 'lastOn', 'startsAt', 'endsAt', 'venue', 'address', 'city', 'country'])
    .where('id', '=', eventId)
    .executeTakeFirst()
  if (!event) return null
  const { venue, address, city, country, ...rest } = event
  const tracks = await db
    .selectFrom('tracks')
    .leftJoin('trackTexts', 'trackTexts.trackId', 'tracks.id')
    .select(['tracks.id', 'tracks.code', 'trackTexts.title'])
    .where('tracks.eventId', '=', eventId)
    .orderBy('tracks.position')
    .orderBy('tracks.id')
    .execute()
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'importUid', 'trackId', 'kind', 'title', 'abstract', 'heldOn', 'startsTime', 'endsTime'])
    .select(['startsAt', 'endsAt', 'room', 'isPublic', 'code', 'language', 'interpretation', 'streamUrl', 'capacity'])
    .select(['isStreamed', 'startsLater', 'endsLater', 'signedUp'])
    .where('eventId', '=', eventId)
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  const peopleOf = await peopleOfSessions(db, eventId)
  const used = await usedSessions(db, eventId)
  return {
    event: { ...rest, places: [venue, address, city, ...inAllLanguages(country)].filter((place) => place !== null) },
    tracks: [...Map.groupBy(tracks, ({ id }) => id)].map(([id, rows]) => ({
      id,
      code: rows[0]!.code,
      titles: rows.flatMap(({ title }) => title ?? []),
    })),
    sessions: sessions.map((session) => ({
      ...session,
      people: (peopleOf.get(session.id) ?? []).map(({ sessionId: _, ...person }) => person),
      isUsed: session.signedUp > 0 || used.has(session.id),
    })),
  }
}

async function peopleOfSessions(db: Kysely<Database>, eventId: string) {
  const people = await db
    .selectFrom('sessionPeople')
    .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
    .select(['sessionPeople.sessionId', 'sessionPeople.role', 'sessionPeople.fullName', 'sessionPeople.affiliation'])
    .where('sessions.eventId', '=', eventId)
    .orderBy('sessionPeople.position')
    .orderBy('sessionPeople.id')
    .execute()
  return Map.groupBy(people, ({ sessionId }) => sessionId)
}

async function usedSessions(db: Kysely<Database>, eventId: string): Promise<Set<string>> {
  const withMaterials = await db
    .selectFrom('sessionMaterials')
    .innerJoin('sessions', 'sessions.id', 'sessionMaterials.sessionId')
    .select('sessions.id')
    .distinct()
    .where('sessions.eventId', '=', eventId)
    .execute()
  return new Set(withMaterials.map(({ id }) => id))
}

/** The country, and the word for being held nowhere else than online. */
function inAllLanguages(country: string | null): string[] {
  return LANGUAGES.flatMap(({ code }) => [
    translator(code)('event.online'),
    ...(country === null ? [] : [country, countryName(country, code)]),
  ])
}
