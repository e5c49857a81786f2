import { type Kysely, type SqlBool, sql } from 'kysely'
import { withinReach } from '../within-reach.ts'
import type { Relation } from './relation-form.ts'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** So many are shown; more words find the others. */
const FOUND = 20

/** Every event that is public, and those of a reach; no templates. */
export function seenEvents(db: Kysely<Database>, reach: Reach) {
  return db
    .selectFrom('events')
    .where('events.isTemplate', '=', 0)
    .$if(reach !== 'all', (query) =>
      query.where((eb) =>
        eb.or([
          eb.and([eb('events.status', '!=', 'draft'), eb('events.publishedAt', 'is not', null)]),
          withinReach(eb, reach as Exclude<Reach, 'all'>),
        ]),
      ),
    )
}

const SHOWN = [
  'events.id',
  'events.slug',
  'events.status',
  'events.language',
  'events.startsOn',
  'events.endsOn',
] as const

/** The events that have these words in a title, those of the latest days first. */
export async function searchEvents(
  db: Kysely<Database>,
  { words, reach, exceptId, language }: { words: string; reach: Reach; exceptId: string; language: string },
) {
  if (words === '') return []
  const pattern = `%${words.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`
  const events = await seenEvents(db, reach)
    .select(SHOWN)
    .where('events.id', '!=', exceptId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('eventTexts')
          .select('eventTexts.eventId')
          .whereRef('eventTexts.eventId', '=', 'events.id')
          .where(sql<SqlBool>`lower(event_texts.title) like ${pattern} escape '!'`),
      ),
    )
    .orderBy('events.firstOn', 'desc')
    .orderBy('events.id')
    .limit(FOUND)
    .execute()
  return await titled(db, events, language)
}

const OPPOSITE = { before: 'after', after: 'before', beside: 'beside' } as const

/** What an event is part of, and its neighbours, whichever of the two said so. `title` is null of what may not be seen. */
export async function listRelations(
  db: Kysely<Database>,
  { eventId, reach, language }: { eventId: string; reach: Reach; language: string },
) {
  const [own, links] = await Promise.all([
    db.selectFrom('events').select('parentId').where('id', '=', eventId).executeTakeFirstOrThrow(),
    db
      .selectFrom('eventNeighbours')
      .selectAll()
      .where((eb) => eb.or([eb('eventId', '=', eventId), eb('neighbourId', '=', eventId)]))
      .execute(),
  ])
  const named: [id: string, relation: Relation][] = [
    ...(own.parentId ? [[own.parentId, 'parent'] as [string, Relation]] : []),
    ...links.map((link): [string, Relation] =>
      link.eventId === eventId ? [link.neighbourId, link.relation] : [link.eventId, OPPOSITE[link.relation]],
    ),
  ]
  const ids = named.map(([id]) => id)
  const seen = await titled(
    db,
    await seenEvents(db, reach)
      .select(SHOWN)
      .where('events.id', 'in', [...ids, ''])
      .execute(),
    language,
  )
  const parts = await titled(
    db,
    await seenEvents(db, reach)
      .select(SHOWN)
      .where('events.parentId', '=', eventId)
      .orderBy('events.firstOn')
      .execute(),
    language,
  )
  return {
    related: named.map(([id, relation]) => ({ id, relation, event: seen.find((one) => one.id === id) ?? null })),
    parts,
  }
}

async function titled<Event extends { id: string; slug: string; language: string }>(
  db: Kysely<Database>,
  events: Event[],
  language: string,
) {
  const ids = [...events.map(({ id }) => id), '']
  const texts = await db
    .selectFrom('eventTexts')
    .select(['eventId', 'language', 'title'])
    .where('eventId', 'in', ids)
    .execute()
  const textsOf = Map.groupBy(texts, ({ eventId }) => eventId)
  return events.map((event) => {
    const text = inLanguage(textsOf.get(event.id) ?? [], language, event.language)
    return { ...event, title: text?.title ?? event.slug, titleLanguage: text?.language ?? event.language }
  })
}
