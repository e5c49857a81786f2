import type { Kysely } from 'kysely'
import { writeSearch } from './search/write-search.server.ts'
import { type IndexParts, indexWords } from './search-words.ts'
import { countryName } from '#app/values/dates.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 100

/** Writes anew what search and facets know of these events: in the transaction of the change, after `bumpContentVersion`. */
export async function refreshSearch(db: Kysely<Database>, eventIds: string[]): Promise<void> {
  for (let from = 0; from < eventIds.length; from += AT_ONCE) await refresh(db, eventIds.slice(from, from + AT_ONCE))
}

async function refresh(db: Kysely<Database>, ids: string[]): Promise<void> {
  const parts = new Map<string, Required<IndexParts>>(
    ids.map((id) => [id, { title: [], place: [], people: [], topics: [], description: [] }]),
  )
  const add = (id: string, part: keyof IndexParts, ...texts: (string | null)[]) =>
    parts.get(id)?.[part].push(...texts.filter((text): text is string => text !== null && text !== ''))

  for (const row of await eventsOf(db, ids)) {
    add(row.id, 'place', row.city, row.venue)
    if (row.country) add(row.id, 'place', countryName(row.country, 'en'), countryName(row.country, 'fr'))
    add(row.id, 'topics', row.host)
  }
  for (const row of await textsOf(db, ids)) {
    add(row.eventId, 'title', row.title)
    add(row.eventId, 'description', row.summary, withoutMarkdown(row.description))
  }
  for (const row of await topicsOf(db, ids)) add(row.eventId, 'topics', row.name)
  for (const row of await seriesOf(db, ids)) add(row.eventId, 'topics', row.name, row.shortName)
  for (const row of await peopleOf(db, ids)) add(row.eventId, 'people', row.fullName, row.latinName)
  for (const row of await tracksOf(db, ids)) add(row.eventId, 'topics', row.title)
  for (const row of await sessionsOf(db, ids)) add(row.eventId, 'description', row.title)

  await refreshFacets(db, ids)
  await writeSearch(
    db,
    [...parts].map(([eventId, words]) => ({ eventId, words: indexWords(words) })),
  )
}

/** The languages and topics in the event's own row, where counting them costs nothing. */
async function refreshFacets(db: Kysely<Database>, ids: string[]): Promise<void> {
  const [events, languages, topics] = await Promise.all([
    db.selectFrom('events').select(['id', 'languages', 'topics']).where('id', 'in', ids).execute(),
    db.selectFrom('eventLanguages').selectAll().where('eventId', 'in', ids).orderBy('language').execute(),
    db.selectFrom('eventTopics').selectAll().where('eventId', 'in', ids).orderBy('topic').execute(),
  ])
  const languagesOf = Map.groupBy(languages, (row) => row.eventId)
  const topicsOf = Map.groupBy(topics, (row) => row.eventId)
  for (const event of events) {
    const facets = {
      languages: (languagesOf.get(event.id) ?? []).map((row) => row.language).join(','),
      topics: (topicsOf.get(event.id) ?? []).map((row) => row.topic).join(','),
    }
    if (facets.languages === event.languages && facets.topics === event.topics) continue
    await db.updateTable('events').set(facets).where('id', '=', event.id).execute()
  }
}

function eventsOf(db: Kysely<Database>, ids: string[]) {
  return db
    .selectFrom('events')
    .leftJoin('hosts', 'hosts.id', 'events.hostId')
    .select(['events.id', 'events.city', 'events.venue', 'events.country', 'hosts.name as host'])
    .where('events.id', 'in', ids)
    .execute()
}

function textsOf(db: Kysely<Database>, ids: string[]) {
  return db
    .selectFrom('eventTexts')
    .select(['eventId', 'title', 'summary', 'description'])
    .where('eventId', 'in', ids)
    .execute()
}

function topicsOf(db: Kysely<Database>, ids: string[]) {
  return db
    .selectFrom('eventTopics')
    .innerJoin('topicTexts', 'topicTexts.slug', 'eventTopics.topic')
    .select(['eventTopics.eventId', 'topicTexts.name'])
    .where('eventTopics.eventId', 'in', ids)
    .execute()
}

function seriesOf(db: Kysely<Database>, ids: string[]) {
  return db
    .selectFrom('events')
    .innerJoin('seriesTexts', 'seriesTexts.seriesId', 'events.seriesId')
    .select(['events.id as eventId', 'seriesTexts.name', 'seriesTexts.shortName'])
    .where('events.id', 'in', ids)
    .execute()
}

async function peopleOf(db: Kysely<Database>, ids: string[]) {
  const ofEvent = db
    .selectFrom('eventPeople')
    .select(['eventId', 'fullName', 'latinName'])
    .where('eventId', 'in', ids)
    .execute()
  const ofSessions = db
    .selectFrom('sessionPeople')
    .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
    .select(['sessions.eventId', 'sessionPeople.fullName', 'sessionPeople.latinName'])
    .where('sessions.eventId', 'in', ids)
    .where('sessions.isPublic', '=', 1)
    .execute()
  return [...(await ofEvent), ...(await ofSessions)]
}

function tracksOf(db: Kysely<Database>, ids: string[]) {
  return db
    .selectFrom('trackTexts')
    .innerJoin('tracks', 'tracks.id', 'trackTexts.trackId')
    .select(['tracks.eventId', 'trackTexts.title'])
    .where('tracks.eventId', 'in', ids)
    .execute()
}

function sessionsOf(db: Kysely<Database>, ids: string[]) {
  return db
    .selectFrom('sessions')
    .select(['eventId', 'title'])
    .where('eventId', 'in', ids)
    .where('isPublic', '=', 1)
    .execute()
}

/** The words of a Markdown text; addresses of links and tags are not words. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
}
