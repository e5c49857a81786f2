import type { Kysely } from 'kysely'

interface Tables {
  events: { id: string; languages: string; topics: string }
  event_languages: { event_id: string; language: string }
  event_topics: { event_id: string; topic: string }
}

/** What the facets of the catalogue count of an event that may have several, in its own row. */
export async function up(db: Kysely<Tables>): Promise<void> {
  for (const column of ['languages', 'topics'])
    await db.schema
      .alterTable('events')
      .addColumn(column, 'varchar(1000)', (type) => type.notNull().defaultTo(''))
      .execute()
  await db.schema
    .createIndex('events_by_day')
    .on('events')
    .columns(['first_on', 'id', 'ends_at', 'status', 'published_at'])
    .execute()

  const languages = await db.selectFrom('event_languages').selectAll().orderBy('language').execute()
  const topics = await db.selectFrom('event_topics').selectAll().orderBy('topic').execute()
  const languagesOf = Map.groupBy(languages, (row) => row.event_id)
  const topicsOf = Map.groupBy(topics, (row) => row.event_id)
  for (const id of new Set([...languagesOf.keys(), ...topicsOf.keys()]))
    await db
      .updateTable('events')
      .set({
        languages: (languagesOf.get(id) ?? []).map((row) => row.language).join(','),
        topics: (topicsOf.get(id) ?? []).map((row) => row.topic).join(','),
      })
      .where('id', '=', id)
      .execute()
}
