import type { Kysely } from 'kysely'
import { lockList } from './lock-list.server.ts'
import { readQueue } from './read-queue.server.ts'
import { waitForExactly, waitForFull } from './wait-for.server.ts'
import { keepsPlace, refuseWish, seatsOfWish, type Wish, type WishRefusal } from './wish.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Changes what a party waits for. A smaller party, fewer ticket types or another order of them keep the place; a larger
 * party and a ticket type that was not named before go to the end. Refused: `not-waiting` when it is over or has an
 * offer, `seat-free` when a newly named ticket type can be had at once.
 */
export async function changeEntry(
  db: Kysely<Database>,
  input: Wish & { entryId: string; now: Instant; actor?: Actor },
): Promise<Result<{ isAtEnd: boolean }, WishRefusal | 'not-waiting' | 'seat-free' | 'busy'>> {
  const { entryId, now, actor = { kind: 'visitor' } } = input
  return await transact<{ isAtEnd: boolean }, WishRefusal | 'not-waiting' | 'seat-free'>(db, async (db) => {
    const { eventId } = await db
      .selectFrom('waitingListEntries')
      .select('eventId')
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow()
    await lockList(db, eventId)
    const queue = (await readQueue(db, eventId))!
    const entry = queue.entries.find(({ id }) => id === entryId)
    if (!entry || entry.orderId !== null) throw new Refused({ code: 'not-waiting' })
    const refusals = refuseWish(queue, input, now)
    if (refusals.length > 0) throw new Refused(...refusals)

    const isAtEnd = !keepsPlace(entry, input)
    await db
      .updateTable('waitingListEntries')
      .set({
        partySize: input.partySize,
        isAllOrNothing: input.isAllOrNothing ? 1 : 0,
        wantedUntilAt: input.wantedUntilAt,
        updatedAt: now,
        ...(isAtEnd ? { joinedAt: now } : {}),
      })
      .where('id', '=', entryId)
      .execute()
    await waitForExactly(db, entryId, new Set())
    await db.deleteFrom('waitingListQuotas').where('entryId', '=', entryId).execute()
    await db.deleteFrom('waitingListPreferences').where('entryId', '=', entryId).execute()
    await db
      .insertInto('waitingListPreferences')
      .values(input.ticketTypeIds.map((ticketTypeId, position) => ({ entryId, position, ticketTypeId })))
      .execute()
    const full = await waitForFull(db, entryId, seatsOfWish(queue, input))
    const isFree = (id: string) => !queue.types.get(id)!.quotaIds.some((quotaId) => full.has(quotaId))
    // A seat that comes free of what it waited for already is offered in a moment; a new wish is not a way past others.
    if (input.ticketTypeIds.some((id) => !entry.ticketTypeIds.includes(id) && isFree(id)))
      throw new Refused({ code: 'seat-free', field: 'choices' })
    await recordAudit(db, now, [
      {
        actor,
        action: 'waiting-list-entry.changed',
        objectKind: 'waiting-list-entry',
        objectId: entryId,
        eventId,
        before: { partySize: entry.partySize, ticketTypeIds: entry.ticketTypeIds },
        after: { partySize: input.partySize, ticketTypeIds: input.ticketTypeIds, isAtEnd },
      },
    ])
    await bumpContentVersion(db)
    return { isAtEnd }
  })
}
