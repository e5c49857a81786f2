import type { Kysely } from 'kysely'
import { type Audience, seenBy } from './materials-for.ts'
import type { Database } from '#db/schema.ts'

/** The materials of one session with the sizes of files, in their order. */
export async function listMaterials(db: Kysely<Database>, sessionId: string) {
  return await db
    .selectFrom('sessionMaterials')
    .leftJoin('files', 'files.id', 'sessionMaterials.fileId')
    .select(['sessionMaterials.id', 'sessionMaterials.title', 'sessionMaterials.url', 'sessionMaterials.fileId'])
    .select(['sessionMaterials.audience', 'files.name', 'files.mediaType', 'files.byteCount'])
    .where('sessionMaterials.sessionId', '=', sessionId)
    .orderBy('sessionMaterials.position')
    .orderBy('sessionMaterials.id')
    .execute()
}

/**
 * A material of a session of the event, for a reader who may see so much; null when there is none for them. Sessions
 * that are not public are for those who teach.
 */
export async function findMaterial(
  db: Kysely<Database>,
  {
    eventId,
    sessionId,
    materialId,
    audience,
  }: { eventId: string; sessionId: string; materialId: string; audience: Audience },
) {
  const found = await db
    .selectFrom('sessionMaterials')
    .innerJoin('sessions', 'sessions.id', 'sessionMaterials.sessionId')
    .select(['sessionMaterials.id', 'sessionMaterials.title', 'sessionMaterials.url', 'sessionMaterials.fileId'])
    .select(['sessionMaterials.audience', 'sessions.trackId'])
    .where('sessionMaterials.id', '=', materialId)
    .where('sessions.id', '=', sessionId)
    .where('sessions.eventId', '=', eventId)
    .where('sessionMaterials.audience', 'in', seenBy(audience))
    .$if(audience !== 'instructors', (query) => query.where('sessions.isPublic', '=', 1))
    .executeTakeFirst()
  return found ?? null
}
