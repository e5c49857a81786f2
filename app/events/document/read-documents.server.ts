import type { Kysely } from 'kysely'
import { buildDocument, rowsOfEvent } from './build-document.ts'
import { loadRows } from './load-rows.server.ts'
import type { EventDocument } from './schema.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 50

export interface ReadDocuments {
  eventIds: string[]
  /** For those who run the events; else the documents hold only what the public may see. */
  isPrivate: boolean
}

/** The documents of these events, in this order; the number of queries does not grow with them up to fifty. */
export async function readDocuments(
  db: Kysely<Database>,
  { eventIds, isPrivate }: ReadDocuments,
): Promise<EventDocument[]> {
  const documents: EventDocument[] = []
  for (let from = 0; from < eventIds.length; from += AT_ONCE) {
    const ids = eventIds.slice(from, from + AT_ONCE)
    const rows = await loadRows(db, ids, isPrivate)
    const events = new Map(rows.events.map((event) => [event.id, event]))
    for (const id of ids) {
      const event = events.get(id)
      if (event) documents.push(buildDocument(rowsOfEvent(rows, event), isPrivate))
    }
  }
  return documents
}

/** The public document of an event, by its slug; null for a draft and for nothing. */
export async function readPublicDocument(db: Kysely<Database>, slug: string): Promise<EventDocument | null> {
  const event = await db
    .selectFrom('events')
    .select('id')
    .where('slug', '=', slug)
    .where('status', '!=', 'draft')
    .executeTakeFirst()
  if (!event) return null
  return (await readDocuments(db, { eventIds: [event.id], isPrivate: false }))[0] ?? null
}

/** Every event of the installation, for an export. */
export async function listEventIds(db: Kysely<Database>): Promise<string[]> {
  const events = await db.selectFrom('events').select('id').orderBy('firstOn').orderBy('slug').execute()
  return events.map((event) => event.id)
}
