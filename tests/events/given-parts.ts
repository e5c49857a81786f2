import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'
import { dialectOf } from '#db/dialects/dialect.ts'
import { NOW } from '#tests/support/now.ts'

const AT_ONCE = 500
const TEXTS = 200

/**
 * A track, a session, two people and a neighbour for every event there is, and many topics: enough that the databases
 * would rather not read any of their tables whole. MySQL counts them, as it does by itself before long.
 */
export async function givenParts(db: Kysely<Database>): Promise<void> {
  const events = await db.selectFrom('events').select('id').orderBy('id').execute()
  const topics = Array.from({ length: TEXTS }, (_, at) => `topic-${at}`)
  await db
    .insertInto('topics')
    .values(topics.map((slug) => ({ slug })))
    .execute()
  await db
    .insertInto('topicTexts')
    .values(topics.map((slug) => ({ slug, language: 'en', name: slug })))
    .execute()
  for (let from = 0; from < events.length; from += AT_ONCE)
    await insertParts(
      db,
      events.slice(from, from + AT_ONCE).map(({ id }) => id),
    )
  if (dialectOf(db) === 'mysql')
    for (const { name } of await db.introspection.getTables()) await sql`analyze table ${sql.table(name)}`.execute(db)
}

async function insertParts(db: Kysely<Database>, ids: string[]): Promise<void> {
  const name = { fullName: 'Wulandari', latinName: null, affiliation: null }
  await db
    .insertInto('tracks')
    .values(ids.map((id) => ({ id, eventId: id, code: 'A', position: 1, language: 'en', level: null, room: null })))
    .execute()
  await db
    .insertInto('trackTexts')
    .values(ids.map((trackId) => ({ trackId, language: 'en', title: 'A', summary: '', prerequisites: '' })))
    .execute()
  await db
    .insertInto('eventPeople')
    .values(
      ids.map(
        (id) => ({ id, eventId: id, trackId: null, position: 1, role: 'speaker', country: null, ...name }) as const,
      ),
    )
    .execute()
  const times = { heldOn: '2027-06-14', startsTime: '09:00', endsTime: '10:00', startsAt: NOW, endsAt: NOW }
  const flags = { isPublic: 1, isStreamed: 0, sequence: 0, updatedAt: NOW } as const
  const rest = {
    trackId: null,
    code: null,
    kind: 'talk',
    title: 'T',
    abstract: '',
    language: null,
    room: null,
  } as const
  await db
    .insertInto('sessions')
    .values(ids.map((id) => ({ id, eventId: id, ...rest, ...times, ...flags })))
    .execute()
  await db
    .insertInto('sessionPeople')
    .values(ids.map((id) => ({ id, sessionId: id, position: 1, role: 'speaker', ...name }) as const))
    .execute()
  const material = {
    position: 1,
    title: 'Slides',
    url: null,
    fileId: null,
    audience: 'public',
    createdAt: NOW,
  } as const
  await db
    .insertInto('sessionMaterials')
    .values(ids.map((id) => ({ id, sessionId: id, ...material })))
    .execute()
  await db
    .insertInto('eventNeighbours')
    .values(ids.slice(1).map((eventId, at) => ({ eventId, neighbourId: ids[at]!, relation: 'before' }) as const))
    .execute()
}
