import type { Kysely } from 'kysely'
import { NO_PRIVATE_ROWS, privateRows, ruleRows } from './load-rules.server.ts'
import type { Database } from '#db/schema.ts'

export type EventRows = Awaited<ReturnType<typeof loadRows>>

/**
 * Everything that the documents of these events are made of, in a fixed number of queries. `ids` must not be empty.
 * What only the private part holds is empty unless asked for.
 */
export async function loadRows(db: Kysely<Database>, ids: string[], isPrivate: boolean) {
  const events = await db.selectFrom('events').selectAll().where('id', 'in', ids).execute()
  const ofEvents = {
    texts: await db.selectFrom('eventTexts').selectAll().where('eventId', 'in', ids).orderBy('language').execute(),
    languages: await db
      .selectFrom('eventLanguages')
      .selectAll()
      .where('eventId', 'in', ids)
      .orderBy('language')
      .execute(),
    visaNotes: await db
      .selectFrom('eventVisaNotes')
      .selectAll()
      .where('eventId', 'in', ids)
      .orderBy('country')
      .orderBy('language')
      .execute(),
    topics: await db.selectFrom('eventTopics').selectAll().where('eventId', 'in', ids).orderBy('topic').execute(),
    sources: await db.selectFrom('eventSources').selectAll().where('eventId', 'in', ids).orderBy('position').execute(),
    people: await db.selectFrom('eventPeople').selectAll().where('eventId', 'in', ids).orderBy('position').execute(),
    tracks: await db.selectFrom('tracks').selectAll().where('eventId', 'in', ids).orderBy('position').execute(),
    rooms: await db
      .selectFrom('rooms')
      .selectAll()
      .where('eventId', 'in', ids)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    sessions: await db.selectFrom('sessions').selectAll().where('eventId', 'in', ids).orderBy('startsAt').execute(),
    quotas: await db.selectFrom('quotas').selectAll().where('eventId', 'in', ids).orderBy('position').execute(),
    ticketTypes: await db
      .selectFrom('ticketTypes')
      .selectAll()
      .where('eventId', 'in', ids)
      .orderBy('position')
      .execute(),
    questions: await db
      .selectFrom('questions')
      .selectAll()
      .where('eventId', 'in', ids)
      .where('isRetired', '=', 0)
      .orderBy('position')
      .execute(),
  }
  return {
    events,
    ...ofEvents,
    ...(await innerRows(db, ids)),
    ...(await ruleRows(db, ids)),
    ...(isPrivate ? await privateRows(db, ids) : NO_PRIVATE_ROWS),
    ...(await surroundings(db, ids)),
  }
}

async function innerRows(db: Kysely<Database>, ids: string[]) {
  const tracks = db.selectFrom('tracks').select('id').where('eventId', 'in', ids)
  const types = db.selectFrom('ticketTypes').select('id').where('eventId', 'in', ids)
  const sessions = db.selectFrom('sessions').select('id').where('eventId', 'in', ids)
  const questions = db.selectFrom('questions').select('id').where('eventId', 'in', ids)
  return {
    trackTexts: await db
      .selectFrom('trackTexts')
      .selectAll()
      .where('trackId', 'in', tracks)
      .orderBy('language')
      .execute(),
    ticketTypeTexts: await db
      .selectFrom('ticketTypeTexts')
      .selectAll()
      .where('ticketTypeId', 'in', types)
      .orderBy('language')
      .execute(),
    ticketTypeQuotas: await db.selectFrom('ticketTypeQuotas').selectAll().where('ticketTypeId', 'in', types).execute(),
    priceSteps: await db
      .selectFrom('priceSteps')
      .selectAll()
      .where('ticketTypeId', 'in', types)
      .orderBy('position')
      .execute(),
    sessionPeople: await db
      .selectFrom('sessionPeople')
      .selectAll()
      .where('sessionId', 'in', sessions)
      .orderBy('position')
      .execute(),
    questionTexts: await db
      .selectFrom('questionTexts')
      .selectAll()
      .where('questionId', 'in', questions)
      .orderBy('language')
      .execute(),
    questionTicketTypes: await db
      .selectFrom('questionTicketTypes')
      .selectAll()
      .where('questionId', 'in', questions)
      .execute(),
    questionTracks: await db.selectFrom('questionTracks').selectAll().where('questionId', 'in', questions).execute(),
    ticketTypeDays: await db.selectFrom('ticketTypeDays').selectAll().where('ticketTypeId', 'in', types).execute(),
    ticketTypeMains: await db.selectFrom('ticketTypeMains').selectAll().where('ticketTypeId', 'in', types).execute(),
  }
}

async function surroundings(db: Kysely<Database>, ids: string[]) {
  const events = db.selectFrom('events').where('id', 'in', ids)
  const topics = db.selectFrom('eventTopics').select('topic').where('eventId', 'in', ids)
  return {
    series: await db.selectFrom('series').selectAll().where('id', 'in', events.select('seriesId')).execute(),
    seriesTexts: await db
      .selectFrom('seriesTexts')
      .selectAll()
      .where('seriesId', 'in', events.select('seriesId'))
      .orderBy('language')
      .execute(),
    hosts: await db.selectFrom('hosts').selectAll().where('id', 'in', events.select('hostId')).execute(),
    topicTexts: await db.selectFrom('topicTexts').selectAll().where('slug', 'in', topics).orderBy('language').execute(),
    parents: await db
      .selectFrom('events')
      .select(['id', 'slug', 'status'])
      .where('id', 'in', events.select('parentId'))
      .execute(),
    neighbours: await db
      .selectFrom('eventNeighbours')
      .innerJoin('events', 'events.id', 'eventNeighbours.neighbourId')
      .select(['eventNeighbours.eventId', 'eventNeighbours.relation', 'events.slug', 'events.status'])
      .where('eventNeighbours.eventId', 'in', ids)
      .orderBy('events.slug')
      .execute(),
  }
}
