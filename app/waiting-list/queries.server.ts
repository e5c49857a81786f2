import type { Kysely } from 'kysely'
import { isListOpen } from './join-waiting-list.server.ts'
import { positionOf } from './position.ts'
import { type Queue, roomOf } from './queue.ts'
import { aroundOf } from './around.server.ts'
import { readQueue } from './read-queue.server.ts'
import { whyStill } from './why-still.ts'
import { canWaitFor } from './wish.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface Asked {
  slug: string
  language: string
  now: Instant
}

/** What the page for joining shows; null where the public may see no such event. */
export async function joinView(db: Kysely<Database>, { slug, language, now }: Asked) {
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.status', 'events.language', 'events.startsOn', 'events.endsOn'])
    .select(['events.zone', 'events.city', 'events.startsAt', 'events.contactEmail', 'series.mark'])
    .where('events.slug', '=', slug)
    .where('events.publishedAt', 'is not', null)
    .where('events.status', '<>', 'draft')
    .executeTakeFirst()
  const queue = event && (await readQueue(db, event.id))
  if (!event || !queue) return null
  const names = await ticketNames(db, event.id, language, event.language)
  const tickets = [...queue.types.values()]
    .filter((type) => canWaitFor(queue, type, now))
    .map(({ id, quotaIds }) => ({ id, name: names.get(id) ?? '', isFull: !isFree(queue, quotaIds) }))
  return {
    event: { ...event, title: await titleOf(db, event.id, language, event.language) },
    state: stateOf(queue, tickets, now),
    rules: queue.rules,
    tickets: tickets.filter(({ name }) => name !== ''),
    waiting: queue.entries.length,
  }
}

/** Whether one can join: `none` where no list was ever opened. */
function stateOf(
  queue: Queue,
  tickets: { isFull: boolean }[],
  now: Instant,
): 'open' | 'none' | 'closed' | 'seats-left' {
  if (!isListOpen(queue, now)) return queue.rules.isOpen === 1 || queue.entries.length > 0 ? 'closed' : 'none'
  if (tickets.length === 0) return 'closed'
  return tickets.some(({ isFull }) => isFull) ? 'open' : 'seats-left'
}

function isFree({ quotas }: Queue, quotaIds: string[]): boolean {
  return quotaIds.every((id) => {
    const quota = quotas.get(id)
    return quota !== undefined && quota.waiting === 0 && roomOf(quota) > 0
  })
}

/** What the key of a place in the queue is checked against, by its code; undefined when there is none. */
export async function keyedEntry(db: Kysely<Database>, code: string) {
  return await db
    .selectFrom('waitingListEntries')
    .select(['id', 'code', 'keyVersion'])
    .where('code', '=', code)
    .executeTakeFirst()
}

/** Everything that a person sees of their own place in the queue. */
export async function entryView(
  db: Kysely<Database>,
  { entryId, language, now }: { entryId: string; language: string; now: Instant },
) {
  const entry = await db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('events', 'events.id', 'entry.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select(['entry.id', 'entry.code', 'entry.state', 'entry.partySize', 'entry.isAllOrNothing', 'entry.orderId'])
    .select(['entry.wantedUntilAt', 'entry.joinedAt', 'entry.endedAt', 'entry.eventId', 'people.fullName'])
    .select(['events.slug', 'events.zone', 'events.city', 'events.language', 'events.startsOn', 'events.endsOn'])
    .select(['events.contactEmail', 'series.mark'])
    .where('entry.id', '=', entryId)
    .executeTakeFirstOrThrow()
  const queue = (await readQueue(db, entry.eventId))!
  const names = await ticketNames(db, entry.eventId, language, entry.language)
  const preferences = await db
    .selectFrom('waitingListPreferences')
    .select('ticketTypeId')
    .where('entryId', '=', entryId)
    .orderBy('position')
    .execute()
  const offer = await db
    .selectFrom('offers')
    .select(['id', 'ticketTypeId', 'seats', 'untilAt'])
    .where('entryId', '=', entryId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  const waiting = queue.entries.find(({ id }) => id === entryId)
  return {
    ...entry,
    isLate: entry.orderId !== null,
    isListOpen: isListOpen(queue, now),
    title: await titleOf(db, entry.eventId, language, entry.language),
    tickets: preferences.map(({ ticketTypeId: id }) => ({ id, name: names.get(id) ?? '' })),
    choices: [...queue.types.values()]
      .filter((type) => canWaitFor(queue, type, now))
      .map(({ id, quotaIds }) => ({ id, name: names.get(id) ?? '', isFull: !isFree(queue, quotaIds) })),
    offer: offer ? { ...offer, ticket: names.get(offer.ticketTypeId) ?? '' } : null,
    position: waiting ? positionOf(queue.entries, entryId) : null,
    why: waiting ? whyStill(queue, waiting, await aroundOf(db, entry.eventId), now) : [],
  }
}

export type EntryView = Awaited<ReturnType<typeof entryView>>

/** How many wait for an event whose list can be joined now; null where it cannot. */
export async function waitingFor(
  db: Kysely<Database>,
  { eventId, now }: { eventId: string; now: Instant },
): Promise<{ waiting: number } | null> {
  const list = await db
    .selectFrom('waitingListRules as rules')
    .innerJoin('events', 'events.id', 'rules.eventId')
    .select(['rules.closesAt', 'events.startsAt', 'events.status', 'events.postponedAt'])
    .where('rules.eventId', '=', eventId)
    .where('rules.isOpen', '=', 1)
    .executeTakeFirst()
  if (
    list?.status !== 'published' ||
    list.postponedAt !== null ||
    list.startsAt <= now ||
    (list.closesAt !== null && list.closesAt <= now)
  )
    return null
  const { count } = await db
    .selectFrom('waitingListEntries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('eventId', '=', eventId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return { waiting: Number(count) }
}

/** The ticket types of an event by name, in the order of the offer. */
export async function ticketNames(
  db: Kysely<Database>,
  eventId: string,
  language: string,
  own?: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('ticketTypes')
    .leftJoin('ticketTypeTexts as text', 'text.ticketTypeId', 'ticketTypes.id')
    .select(['ticketTypes.id', 'ticketTypes.code', 'text.language', 'text.name'])
    .where('ticketTypes.eventId', '=', eventId)
    .orderBy('ticketTypes.position')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, all]) => {
      const texts = all.flatMap(({ language, name }) => (language && name ? [{ language, name }] : []))
      return [id, inLanguage(texts, language, own)?.name ?? all[0]!.code]
    }),
  )
}

async function titleOf(db: Kysely<Database>, eventId: string, language: string, own: string): Promise<string> {
  const texts = await db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', eventId).execute()
  return inLanguage(texts, language, own)?.title ?? ''
}
