import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The event as its publishing depends on it. */
export async function findPublishing(db: Kysely<Database>, eventId: string) {
  const row = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.status', 'events.seriesId', 'events.zone', 'series.needsReview'])
    .where('events.id', '=', eventId)
    .executeTakeFirstOrThrow()
  return { ...row, needsReview: row.needsReview === 1 }
}

export type PublishRequest = Awaited<ReturnType<typeof listRequests>>[number]

/** What was asked for and became of it, the newest first; those at the page's end are history. */
export async function listRequests(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('publishRequests as request')
    .leftJoin('accounts as asker', 'asker.id', 'request.askedBy')
    .leftJoin('people as askedPerson', 'askedPerson.id', 'asker.personId')
    .leftJoin('accounts as decider', 'decider.id', 'request.decidedBy')
    .leftJoin('people as decidedPerson', 'decidedPerson.id', 'decider.personId')
    .select(['request.id', 'request.state', 'request.publishAt', 'request.note', 'request.answer'])
    .select(['request.askedBy', 'request.askedAt', 'request.decidedBy', 'request.decidedAt', 'request.updatedAt'])
    .select(['askedPerson.fullName as askedName', 'decidedPerson.fullName as decidedName'])
    .where('request.eventId', '=', eventId)
    .orderBy('request.askedAt', 'desc')
    .orderBy('request.id', 'desc')
    .limit(10)
    .execute()
}
