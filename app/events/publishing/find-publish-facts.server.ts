import type { Kysely, Selectable } from 'kysely'
import { payeeOf, seriesHost, sessionsOf, typesOf } from './publish-facts-parts.server.ts'
import type { CheckedQuota, PublishFacts } from './publish-facts.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database, RoomsTable } from '#db/schema.ts'

/** What the publish checklist looks at, as stored now; in a number of queries that depends on nothing. */
export async function findPublishFacts(
  db: Kysely<Database>,
  eventId: string,
): Promise<(PublishFacts & { isEverPublished: boolean }) | null> {
  const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst()
  if (!event) return null
  const [
    texts,
    spoken,
    types,
    quotas,
    rooms,
    tracks,
    trackTexts,
    questions,
    refundRule,
    people,
    sessions,
    payee,
    host,
  ] = await Promise.all([
    db.selectFrom('eventTexts').selectAll().where('eventId', '=', eventId).execute(),
    db.selectFrom('eventLanguages').select('language').where('eventId', '=', eventId).orderBy('language').execute(),
    typesOf(db, eventId, event.language),
    db.selectFrom('quotas').select(['id', 'name', 'size', 'trackId']).where('eventId', '=', eventId).execute(),
    db.selectFrom('rooms').select(['name', 'seats']).where('eventId', '=', eventId).execute(),
    db.selectFrom('tracks').select(['id', 'code', 'language', 'room']).where('eventId', '=', eventId).execute(),
    db
      .selectFrom('trackTexts')
      .innerJoin('tracks', 'tracks.id', 'trackTexts.trackId')
      .select(['trackTexts.trackId', 'trackTexts.language'])
      .where('tracks.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('questions')
      .innerJoin('questionTexts', 'questionTexts.questionId', 'questions.id')
      .select(['questions.id', 'questionTexts.language', 'questionTexts.label'])
      .where('questions.eventId', '=', eventId)
      .where('questions.isRetired', '=', 0)
      .orderBy('questions.position')
      .orderBy('questions.id')
      .execute(),
    db.selectFrom('refundRules').select('id').where('eventId', '=', eventId).limit(1).executeTakeFirst(),
    db.selectFrom('eventPeople').select('id').where('eventId', '=', eventId).limit(1).execute(),
    sessionsOf(db, eventId),
    payeeOf(db, event.hostId),
    seriesHost(db, event.seriesId),
  ])
  const own = texts.find((text) => text.language === event.language)
  return {
    title: own?.title ?? '',
    summary: own?.summary ?? '',
    accessNote: own?.accessNote ?? '',
    description: own?.description ?? '',
    visaNote: own?.visaNote ?? '',
    cancellationNote: own?.cancellationNote ?? '',
    ...event,
    textLanguages: texts.map((text) => text.language),
    spoken: spoken.map(({ language }) => language),
    types,
    quotas: quotas.map((quota) => ({ ...quota, room: roomOf(quota.trackId, tracks, rooms) })),
    tracks: tracks.map(({ id, code, language }) => ({
      id,
      name: code,
      language,
      languages: trackTexts.filter(({ trackId }) => trackId === id).map(({ language }) => language),
    })),
    questions: [...Map.groupBy(questions, ({ id }) => id)].map(([id, of]) => ({
      id,
      name: inLanguage(of, event.language)!.label,
      languages: of.map(({ language }) => language),
    })),
    hasRefundRule: refundRule !== undefined,
    paymentMethods: event.paymentMethods.split(',').map((method) => method.trim()),
    people: people.length,
    sessions,
    payee,
    hostOfSeries: host,
    isEverPublished: event.publishedAt !== null,
  }
}

/** The room of a track whose size is known. */
function roomOf(
  trackId: string | null,
  tracks: { id: string; room: string | null }[],
  rooms: Pick<Selectable<RoomsTable>, 'name' | 'seats'>[],
): CheckedQuota['room'] {
  const name = tracks.find(({ id }) => id === trackId)?.room
  const room = name ? rooms.find((one) => one.name === name) : undefined
  return room && room.seats !== null ? { name: room.name, seats: room.seats } : null
}
