import type { Kysely } from 'kysely'
import type { PersonView, RelatedView, TrackView } from './event-view.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

export async function topicsOf(db: Kysely<Database>, eventId: string, language: string) {
  const rows = await db
    .selectFrom('eventTopics')
    .innerJoin('topicTexts', 'topicTexts.slug', 'eventTopics.topic')
    .select(['topicTexts.slug', 'topicTexts.language', 'topicTexts.name'])
    .where('eventTopics.eventId', '=', eventId)
    .orderBy('topicTexts.slug')
    .execute()
  return [...Map.groupBy(rows, ({ slug }) => slug).values()].map((texts) => {
    const { slug, name } = inLanguage(texts, language)!
    return { slug, name }
  })
}

export async function tracksOf(db: Kysely<Database>, eventId: string, language: string): Promise<TrackView[]> {
  const [tracks, texts, quotas] = await Promise.all([
    db.selectFrom('tracks').selectAll().where('eventId', '=', eventId).orderBy('position').orderBy('code').execute(),
    db
      .selectFrom('trackTexts')
      .innerJoin('tracks', 'tracks.id', 'trackTexts.trackId')
      .selectAll('trackTexts')
      .where('tracks.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('quotas')
      .select(['trackId', 'size', 'taken'])
      .where('eventId', '=', eventId)
      .where('trackId', 'is not', null)
      .execute(),
  ])
  const textsOf = Map.groupBy(texts, ({ trackId }) => trackId)
  const quotasOf = Map.groupBy(quotas, ({ trackId }) => trackId)
  return tracks.map(({ id, code, language: own, level, room }) => {
    const text = inLanguage(textsOf.get(id) ?? [], language, own)
    const seats = quotasOf.get(id)
    return {
      id,
      code,
      language: own,
      level,
      room,
      text: {
        language: text?.language ?? own,
        title: text?.title ?? code,
        summary: text?.summary ?? '',
        prerequisites: text?.prerequisites ?? '',
      },
      seats: seats
        ? { size: total(seats.map(({ size }) => size)), taken: total(seats.map(({ taken }) => taken)) }
        : null,
    }
  })
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

export async function peopleOf(db: Kysely<Database>, eventId: string): Promise<PersonView[]> {
  return db
    .selectFrom('eventPeople')
    .select(['trackId', 'role', 'fullName', 'latinName', 'affiliation', 'country'])
    .where('eventId', '=', eventId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function sourcesOf(db: Kysely<Database>, eventId: string) {
  return db
    .selectFrom('eventSources')
    .select(['citation', 'url'])
    .where('eventId', '=', eventId)
    .orderBy('position')
    .execute()
}

/** The event it belongs to, its own parts, and its neighbours, whichever of the two named the other; no drafts. */
export async function relatedTo(
  db: Kysely<Database>,
  event: { id: string; parentId: string | null },
  language: string,
): Promise<RelatedView[]> {
  const links = await db
    .selectFrom('eventNeighbours')
    .selectAll()
    .where((eb) => eb.or([eb('eventId', '=', event.id), eb('neighbourId', '=', event.id)]))
    .execute()
  const ids = links.map(({ eventId, neighbourId }) => (eventId === event.id ? neighbourId : eventId))
  const rows = await db
    .selectFrom('events')
    .innerJoin('eventTexts', 'eventTexts.eventId', 'events.id')
    .select(['events.id', 'events.parentId', 'events.slug', 'events.startsOn', 'events.endsOn', 'events.firstOn'])
    .select(['events.language as own', 'eventTexts.language', 'eventTexts.title'])
    .where((eb) => eb.or([eb('events.status', '=', 'published'), eb('events.publishedAt', 'is not', null)]))
    .where('events.status', '!=', 'draft')
    .where((eb) =>
      eb.or([eb('events.parentId', '=', event.id), eb('events.id', 'in', [...ids, event.parentId ?? '', ''])]),
    )
    .orderBy('events.firstOn')
    .orderBy('events.slug')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((texts) => {
    const { id, slug, startsOn, endsOn, title, language: titleLanguage } = inLanguage(texts, language, texts[0]!.own)!
    const link = links.find(({ eventId, neighbourId }) => eventId === id || neighbourId === id)
    const relation = id === event.parentId ? 'parent' : link ? relationOf(link, event.id) : 'part'
    return { relation, slug, title, titleLanguage, startsOn, endsOn }
  })
}

const OPPOSITE = { before: 'after', after: 'before', beside: 'beside' } as const

/** `relation` says where the neighbour stands, seen from the event that names it. */
function relationOf(
  { eventId, relation }: { eventId: string; relation: 'before' | 'beside' | 'after' },
  seenFrom: string,
) {
  return eventId === seenFrom ? relation : OPPOSITE[relation]
}
