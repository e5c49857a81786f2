import type { Kysely } from 'kysely'
import { insertAll } from './insert-all.server.ts'
import type { PlacedDocument } from './parse.ts'
import { isHost, isSeries, isTopic, type Known } from './resolve.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Makes the series, hosts and topics that the documents bring along, and adds them to what is known. */
export async function writeSurroundings(
  db: Kysely<Database>,
  documents: PlacedDocument[],
  known: Known,
  now: Instant,
): Promise<void> {
  const events = documents.map(({ event }) => event)
  await writeSeries(db, firstOfEach(events.map((event) => event.series).filter(isSeries)), known, now)
  await writeHosts(
    db,
    firstOfEach(events.flatMap((event) => (event.host && isHost(event.host) ? [event.host] : []))),
    known,
    now,
  )
  await writeTopics(db, firstOfEach(events.flatMap((event) => event.topics).filter(isTopic)), known)
}

function firstOfEach<T extends { slug: string }>(items: T[]): T[] {
  const first = new Map<string, T>()
  for (const item of items) if (!first.has(item.slug)) first.set(item.slug, item)
  return [...first.values()]
}

type Series = PlacedDocument['event']['series']
type Host = NonNullable<PlacedDocument['event']['host']>
type Topic = PlacedDocument['event']['topics'][number]

async function writeSeries(db: Kysely<Database>, all: Series[], known: Known, now: Instant): Promise<void> {
  const series = all.filter(({ slug }) => !known.series.has(slug))
  for (const { slug } of series) known.series.set(slug, newId(now))
  await insertAll(
    db,
    'series',
    series.map(({ slug, mark = 'plain', position = 100 }) => ({
      id: known.series.get(slug)!,
      slug,
      mark,
      position,
      createdAt: now,
      updatedAt: now,
    })),
  )
  await insertAll(
    db,
    'seriesTexts',
    series.flatMap(({ slug, texts = {} }) =>
      Object.entries(texts).map(([language, text]) => ({ seriesId: known.series.get(slug)!, language, ...text })),
    ),
  )
}

async function writeHosts(db: Kysely<Database>, all: Host[], known: Known, now: Instant): Promise<void> {
  const hosts = all.filter(({ slug }) => !known.hosts.has(slug))
  for (const { slug } of hosts) known.hosts.set(slug, newId(now))
  await insertAll(
    db,
    'hosts',
    hosts.map(({ slug, name, kind, country = null, url = null }) => ({
      id: known.hosts.get(slug)!,
      slug,
      name: name!,
      kind: kind!,
      country,
      url,
    })),
  )
}

async function writeTopics(db: Kysely<Database>, all: Topic[], known: Known): Promise<void> {
  const topics = all.filter(({ slug }) => !known.topics.has(slug))
  for (const { slug } of topics) known.topics.add(slug)
  await insertAll(
    db,
    'topics',
    topics.map(({ slug }) => ({ slug })),
  )
  await insertAll(
    db,
    'topicTexts',
    topics.flatMap(({ slug, names = {} }) =>
      Object.entries(names).map(([language, name]) => ({ slug, language, name })),
    ),
  )
}
