import type { Kysely } from 'kysely'
import { endEntry } from './end-waiting-list.server.ts'
import { lockList } from './lock-list.server.ts'
import type { WhyOver } from './move-entry.server.ts'
import { isOverForGood } from './offer-terms.ts'
import type { Queue, QueueEntry } from './queue.ts'
import { readQueue } from './read-queue.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Ends the places in the queue that can lead to nothing any more: past the day that the person named, the end of the
 * list, of the sale of every ticket they want, or the beginning of the event. Returns how many.
 */
export async function expireEntries(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  const events = await db
    .selectFrom('waitingListEntries')
    .select('eventId')
    .distinct()
    .where('state', '=', 'waiting')
    .execute()
  let expired = 0
  for (const { eventId } of events) {
    const glance = await readQueue(db, eventId)
    const erased = await erasedOf(db, eventId)
    if (!glance || !glance.entries.some((entry) => whyOver(glance, entry, erased, now))) continue
    // A busy one is left for the next time.
    const result = await transact(db, (db) => expireLocked(db, eventId, now))
    if (result.ok) expired += result.value
  }
  return expired
}

async function expireLocked(db: Kysely<Database>, eventId: string, now: Instant): Promise<number> {
  await lockList(db, eventId)
  const queue = (await readQueue(db, eventId))!
  const erased = await erasedOf(db, eventId)
  let expired = 0
  for (const entry of queue.entries) {
    const why = whyOver(queue, entry, erased, now)
    if (why && (await endEntry(db, { entryId: entry.id, why, actor: { kind: 'system' }, now }))) expired++
  }
  if (expired > 0) await bumpContentVersion(db)
  return expired
}

async function erasedOf(db: Kysely<Database>, eventId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select('entry.id')
    .where('entry.eventId', '=', eventId)
    .where('entry.state', '=', 'waiting')
    .where('people.erasedAt', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

function whyOver(queue: Queue, entry: QueueEntry, erased: ReadonlySet<string>, now: Instant): WhyOver | null {
  const { event, rules, types } = queue
  if (erased.has(entry.id)) return 'erased'
  if (event.status === 'cancelled') return 'event-cancelled'
  if (entry.wantedUntilAt !== null && entry.wantedUntilAt <= now) return 'date'
  if (event.postponedAt !== null) return null
  if (event.startsAt <= now) return 'too-late'
  // Money that is here already waits as long as there may be a seat.
  if (entry.orderId !== null) return null
  if (rules.closesAt !== null && rules.closesAt <= now) return 'list-closed'
  const isOver = entry.ticketTypeIds.every((id) => {
    const type = types.get(id)
    return !type || isOverForGood(queue, type, now)
  })
  return isOver ? 'too-late' : null
}
