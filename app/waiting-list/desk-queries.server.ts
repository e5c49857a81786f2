import type { Kysely } from 'kysely'
import { aroundOf } from './around.server.ts'
import { positionOf } from './position.ts'
import { ticketNames } from './queries.server.ts'
import { readQueue } from './read-queue.server.ts'
import { type Why, whyStill } from './why-still.ts'
import { fold } from '#app/values/text.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, WaitingState } from '#db/schema.ts'

interface Filter {
  eventId: string
  search: string
  state: WaitingState | null
  language: string
}

/** Everybody on the list of an event that fits a filter: who waits first, in order, then the others, latest first. */
export async function listWaiting(db: Kysely<Database>, { eventId, search, state, language }: Filter) {
  const queue = await readQueue(db, eventId)
  const names = await ticketNames(db, eventId, language)
  const rows = await db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select(['entry.id', 'entry.code', 'entry.state', 'entry.partySize', 'entry.isAllOrNothing', 'entry.orderId'])
    .select(['entry.joinedAt', 'entry.wantedUntilAt', 'entry.updatedAt', 'entry.language'])
    .select(['people.fullName', 'people.email', 'people.sortKey'])
    .where('entry.eventId', '=', eventId)
    .$if(state !== null, (query) => query.where('entry.state', '=', state!))
    .orderBy('entry.updatedAt', 'desc')
    .orderBy('entry.id', 'desc')
    .execute()
  const preferences = await db
    .selectFrom('waitingListPreferences as preference')
    .innerJoin('waitingListEntries as entry', 'entry.id', 'preference.entryId')
    .select(['preference.entryId', 'preference.ticketTypeId'])
    .where('entry.eventId', '=', eventId)
    .orderBy('preference.position')
    .execute()
  const offers = await db
    .selectFrom('offers')
    .select(['entryId', 'untilAt'])
    .where('eventId', '=', eventId)
    .where('state', '=', 'open')
    .execute()
  const order = new Map((queue?.entries ?? []).map(({ id }, at) => [id, at]))
  const wantedBy = Map.groupBy(preferences, ({ entryId }) => entryId)
  const wanted = fold(search)
  return rows
    .filter(
      ({ sortKey, email, code }) =>
        wanted === '' || sortKey.includes(wanted) || (email ?? '').includes(wanted) || fold(code) === wanted,
    )
    .toSorted((one, other) => (order.get(one.id) ?? order.size) - (order.get(other.id) ?? order.size))
    .map(({ sortKey: _, ...row }) => ({
      ...row,
      place: positionOf(queue?.entries ?? [], row.id)?.place ?? null,
      tickets: (wantedBy.get(row.id) ?? []).map(({ ticketTypeId }) => names.get(ticketTypeId) ?? ''),
      offerUntil: offers.find(({ entryId }) => entryId === row.id)?.untilAt ?? null,
    }))
}

export type WaitingRow = Awaited<ReturnType<typeof listWaiting>>[number]

/** Why whoever is first in line still waits; empty when nobody waits. */
export async function whyNotMoving(
  db: Kysely<Database>,
  { eventId, now }: { eventId: string; now: Instant },
): Promise<Why[]> {
  const queue = await readQueue(db, eventId)
  const [front] = queue?.entries ?? []
  return queue && front ? whyStill(queue, front, await aroundOf(db, eventId), now) : []
}

/** How the list of an event works, as it is set; undefined where nobody ever set it. */
export async function rulesOf(db: Kysely<Database>, eventId: string) {
  return await db.selectFrom('waitingListRules').selectAll().where('eventId', '=', eventId).executeTakeFirst()
}

/** One place in the queue of an event with its offers; null when there is none. */
export async function findWaiting(
  db: Kysely<Database>,
  { eventId, entryId, language }: { eventId: string; entryId: string; language: string },
) {
  const row = (await listWaiting(db, { eventId, search: '', state: null, language })).find(({ id }) => id === entryId)
  if (!row) return null
  const offers = await db
    .selectFrom('offers')
    .select(['id', 'seats', 'state', 'untilAt', 'createdAt', 'ticketTypeId'])
    .where('entryId', '=', entryId)
    .orderBy('createdAt')
    .execute()
  const names = await ticketNames(db, eventId, language)
  return { ...row, offers: offers.map((offer) => ({ ...offer, ticket: names.get(offer.ticketTypeId) ?? '' })) }
}
