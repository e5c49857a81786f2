import type { Kysely } from 'kysely'
import type { PlacedDocument } from './parse.ts'
import { type PathPart, pathOf, type Problem } from './problems.ts'
import type { EventDocument } from './schema.ts'
import type { Database } from '#db/schema.ts'

/** Ids by slug of everything that the documents name and that is there already. */
export interface Known {
  events: Map<string, string>
  series: Map<string, string>
  hosts: Map<string, string>
  topics: Set<string>
}

const AT_ONCE = 500

export async function findKnown(db: Kysely<Database>, documents: PlacedDocument[]): Promise<Known> {
  const events = documents.map(({ event }) => event)
  const slugs = events.flatMap((event) => [event.slug, event.parent ?? '', ...event.neighbours.map((row) => row.event)])
  const hosts = events.flatMap((event) => (event.host ? [event.host.slug] : []))
  const topics = events.flatMap((event) => event.topics.map((topic) => topic.slug))
  return {
    events: await idsBySlug(db, 'events', slugs),
    series: await idsBySlug(
      db,
      'series',
      events.map((event) => event.series.slug),
    ),
    hosts: await idsBySlug(db, 'hosts', hosts),
    topics: await knownTopics(db, topics),
  }
}

async function idsBySlug(db: Kysely<Database>, table: 'events' | 'series' | 'hosts', slugs: string[]) {
  const ids = new Map<string, string>()
  for (const some of inParts(slugs)) {
    const rows = await db.selectFrom(table).select(['slug', 'id']).where('slug', 'in', some).execute()
    for (const row of rows) ids.set(row.slug, row.id)
  }
  return ids
}

async function knownTopics(db: Kysely<Database>, slugs: string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const some of inParts(slugs)) {
    const rows = await db.selectFrom('topics').select('slug').where('slug', 'in', some).execute()
    for (const row of rows) known.add(row.slug)
  }
  return known
}

export function inParts<T>(items: T[]): T[][] {
  const each = [...new Set(items)]
  return Array.from({ length: Math.ceil(each.length / AT_ONCE) }, (_, at) =>
    each.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )
}

/** What the documents name and neither they nor the database have. */
export function missingReferences(documents: PlacedDocument[], known: Known): Problem[] {
  const problems: Problem[] = []
  const slugs = new Set([...known.events.keys(), ...documents.map(({ event }) => event.slug)])
  const series = new Set([...known.series.keys(), ...described(documents, (event) => [event.series], isSeries)])
  const hosts = new Set([...known.hosts.keys(), ...described(documents, (event) => [event.host], isHost)])
  const topics = new Set([...known.topics, ...described(documents, (event) => event.topics, isTopic)])
  for (const { at, event } of documents) {
    const tell = (message: string, ...inner: PathPart[]) => problems.push({ path: pathOf([...at, ...inner]), message })
    const lost = (slug: string) => `names an event “${slug}” that is neither in the file nor here`
    if (event.parent && !slugs.has(event.parent)) tell(lost(event.parent), 'parent')
    event.neighbours.forEach((neighbour, place) => {
      if (!slugs.has(neighbour.event)) tell(lost(neighbour.event), 'neighbours', place, 'event')
    })
    if (!series.has(event.series.slug))
      tell(`“${event.series.slug}” is not known here, so its mark and texts are needed`, 'series')
    if (event.host && !hosts.has(event.host.slug))
      tell(`“${event.host.slug}” is not known here, so its name and kind are needed`, 'host')
    event.topics.forEach((topic, place) => {
      if (!topics.has(topic.slug)) tell(`“${topic.slug}” is not known here, so its names are needed`, 'topics', place)
    })
  }
  return problems
}

function described<T extends { slug: string }>(
  documents: PlacedDocument[],
  of: (event: EventDocument) => (T | null)[],
  isWhole: (item: T) => boolean,
): string[] {
  return documents.flatMap(({ event }) => of(event).flatMap((item) => (item && isWhole(item) ? [item.slug] : [])))
}

export function isSeries(series: EventDocument['series']): boolean {
  return series.mark !== undefined && Object.keys(series.texts ?? {}).length > 0
}

export function isHost(host: NonNullable<EventDocument['host']>): boolean {
  return host.name !== undefined && host.kind !== undefined
}

export function isTopic(topic: EventDocument['topics'][number]): boolean {
  return Object.keys(topic.names ?? {}).length > 0
}

/** The documents with every parent before its parts; the circles among them are told. */
export function parentsFirst(documents: PlacedDocument[]): { ordered: PlacedDocument[]; problems: Problem[] } {
  const bySlug = new Map(documents.map((document) => [document.event.slug, document]))
  const ordered = new Set<PlacedDocument>()
  const problems: Problem[] = []
  for (const document of documents) {
    const line: PlacedDocument[] = []
    let next: PlacedDocument | undefined = document
    while (next && !ordered.has(next) && !line.includes(next)) {
      line.push(next)
      next = next.event.parent ? bySlug.get(next.event.parent) : undefined
    }
    if (next && line.includes(next))
      problems.push({ path: pathOf([...document.at, 'parent']), message: 'goes round in a circle' })
    for (const one of line.toReversed()) ordered.add(one)
  }
  return { ordered: [...ordered], problems }
}
