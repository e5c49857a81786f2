import type { ExpressionBuilder, Kysely } from 'kysely'
import type { CalendarEvent } from './event-entry.ts'
import type { CalendarSession } from './session-entry.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 500

/** What the public may know of: published, or cancelled after it was. */
function isPublic(eb: ExpressionBuilder<Database, 'events'>) {
  return eb.or([
    eb('events.status', '=', 'published'),
    eb.and([eb('events.status', '=', 'cancelled'), eb('events.publishedAt', 'is not', null)]),
  ])
}

/** Events of these ids as entries need them, in the order of the ids; drafts are left out. */
export async function calendarEvents(db: Kysely<Database>, ids: string[], language: string): Promise<CalendarEvent[]> {
  const found = new Map<string, CalendarEvent>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const events = await db.selectFrom('events').selectAll().where('id', 'in', some).where(isPublic).execute()
    const texts = await db
      .selectFrom('eventTexts')
      .select(['eventId', 'language', 'title', 'summary'])
      .where('eventId', 'in', some)
      .execute()
    const names = await db.selectFrom('seriesTexts').select(['seriesId', 'language', 'shortName']).execute()
    const textsOf = Map.groupBy(texts, ({ eventId }) => eventId)
    const namesOf = Map.groupBy(names, ({ seriesId }) => seriesId)
    for (const event of events) {
      const text = inLanguage(textsOf.get(event.id) ?? [], language, event.language)
      const name = inLanguage(namesOf.get(event.seriesId) ?? [], language)
      found.set(event.id, {
        ...event,
        title: text?.title ?? event.slug,
        summary: text?.summary ?? '',
        seriesName: name?.shortName ?? '',
      })
    }
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The id of an event that the public may see. */
export async function publicEventId(db: Kysely<Database>, slug: string): Promise<string | null> {
  const row = await db.selectFrom('events').select('id').where('slug', '=', slug).where(isPublic).executeTakeFirst()
  return row?.id ?? null
}

/** A series and the ids of its public events, oldest first; null when there is no such series. */
export async function calendarOfSeries(db: Kysely<Database>, slug: string, language: string) {
  const series = await db.selectFrom('series').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!series) return null
  const names = await db
    .selectFrom('seriesTexts')
    .select(['language', 'name'])
    .where('seriesId', '=', series.id)
    .execute()
  const rows = await db
    .selectFrom('events')
    .select('id')
    .where('seriesId', '=', series.id)
    .where(isPublic)
    .orderBy('firstOn')
    .orderBy('id')
    .execute()
  return { name: inLanguage(names, language)?.name ?? slug, ids: rows.map(({ id }) => id) }
}

/** The series that have a feed, in the order of the site. */
export async function feedSeries(db: Kysely<Database>, language: string) {
  const rows = await db
    .selectFrom('series')
    .select(['id', 'slug', 'mark'])
    .orderBy('position')
    .orderBy('slug')
    .execute()
  const names = await db.selectFrom('seriesTexts').select(['seriesId', 'language', 'name']).execute()
  const namesOf = Map.groupBy(names, ({ seriesId }) => seriesId)
  return rows.map(({ id, slug, mark }) => ({
    slug,
    mark,
    name: inLanguage(namesOf.get(id) ?? [], language)?.name ?? slug,
  }))
}

/** The public sessions of an event, in the order of time, with the names of who speaks. */
export async function calendarSessions(db: Kysely<Database>, eventId: string): Promise<CalendarSession[]> {
  const sessions = await db
    .selectFrom('sessions')
    .selectAll()
    .where('eventId', '=', eventId)
    .where('isPublic', '=', 1)
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  const people = await db
    .selectFrom('sessionPeople')
    .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
    .select(['sessionPeople.sessionId', 'sessionPeople.fullName'])
    .where('sessions.eventId', '=', eventId)
    .where('sessions.isPublic', '=', 1)
    .orderBy('sessionPeople.position')
    .execute()
  const peopleOf = Map.groupBy(people, ({ sessionId }) => sessionId)
  return sessions.map((session) => ({
    ...session,
    people: (peopleOf.get(session.id) ?? []).map(({ fullName }) => fullName),
  }))
}
