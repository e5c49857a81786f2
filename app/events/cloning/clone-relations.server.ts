import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface KeptRelation {
  relation: 'parent' | 'before' | 'beside' | 'after'
  /** What the original names, and what the copy will: its next edition, itself, or nothing when it is over. */
  from: { id: string; title: string }
  to: { id: string; title: string } | null
}

const OPPOSITE = { before: 'after', after: 'before', beside: 'beside' } as const

/**
 * What an event made from another is related to. An event that is over cannot stand beside one to come: its next edition
 * takes its place, where there is one.
 */
export async function cloneRelations(
  db: Kysely<Database>,
  { eventId, language, now }: { eventId: string; language: string; now: Instant },
): Promise<KeptRelation[]> {
  const { parentId } = await db
    .selectFrom('events')
    .select('parentId')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const links = await db
    .selectFrom('eventNeighbours')
    .selectAll()
    .where((eb) => eb.or([eb('eventId', '=', eventId), eb('neighbourId', '=', eventId)]))
    .execute()
  const named: [id: string, relation: KeptRelation['relation']][] = links.map((link) =>
    link.eventId === eventId ? [link.neighbourId, link.relation] : [link.eventId, OPPOSITE[link.relation]],
  )
  if (parentId) named.unshift([parentId, 'parent'])
  if (named.length === 0) return []
  const ids = named.map(([id]) => id)
  const events = await db
    .selectFrom('events')
    .select(['id', 'slug', 'previousId', 'language', 'endsAt', 'firstOn'])
    .where((eb) => eb.or([eb('id', 'in', ids), eb('previousId', 'in', ids)]))
    .where('isTemplate', '=', 0)
    .orderBy('firstOn')
    .execute()
  const texts = await db
    .selectFrom('eventTexts')
    .select(['eventId', 'language', 'title'])
    .where('eventId', 'in', [...events.map(({ id }) => id), ''])
    .execute()
  const shown = (event: (typeof events)[number]) => {
    const own = texts.filter((text) => text.eventId === event.id)
    return { id: event.id, title: inLanguage(own, language, event.language)?.title ?? event.slug }
  }
  return named.flatMap(([id, relation]) => {
    const from = events.find((event) => event.id === id)
    if (!from) return []
    const next = events.findLast((event) => event.previousId === id)
    const to = [next, from].find((event) => event && event.endsAt > now)
    return [{ relation, from: shown(from), to: to ? shown(to) : null }]
  })
}
