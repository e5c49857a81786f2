import type { Kysely } from 'kysely'
import { lockList, lockQuotas } from './lock-list.server.ts'
import { makeOffer } from './make-offer.server.ts'
import { choose, optionsOf } from './plan-offers.ts'
import { positionOf } from './position.ts'
import { roomOf } from './queue.ts'
import { readQueue } from './read-queue.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export type OfferByNameRefusal = 'gone' | 'reason-needed' | 'no-room' | 'no-offer-possible' | 'late-money-waits'

/**
 * An organizer offers free seats to one who waits, out of turn if need be, which wants a reason that stays on record.
 * Who waits with their money here comes before everybody, by name too.
 */
export async function offerByName(
  db: Kysely<Database>,
  input: { eventId: string; entryId: string; reason: string; actor: Actor; now: Instant },
): Promise<Result<{ offerId: string }, OfferByNameRefusal | 'busy'>> {
  const { eventId, entryId, reason, actor, now } = input
  return await transact<{ offerId: string }, OfferByNameRefusal>(db, async (db) => {
    await lockList(db, eventId)
    const seen = await readQueue(db, eventId)
    await lockQuotas(db, seen?.entries.find(({ id }) => id === entryId)?.quotaIds ?? [])
    const queue = await readQueue(db, eventId)
    const entry = queue?.entries.find(({ id }) => id === entryId)
    if (!queue || !entry || entry.orderId !== null) throw new Refused({ code: 'gone' })
    const position = positionOf(queue.entries, entryId)!
    if (position.place > 1 && reason === '') throw new Refused({ code: 'reason-needed', field: 'reason' })
    const options = optionsOf(queue, entry, now)
    if (options.length === 0) throw new Refused({ code: 'no-offer-possible' })
    const room = new Map([...queue.quotas].map(([id, quota]) => [id, roomOf(quota)]))
    const chosen = choose(entry, options, room)
    if (!chosen) throw new Refused({ code: 'no-room' })
    const isBefore = queue.entries.some(
      (other) => other.orderId !== null && other.waitingFor.some((id) => chosen.option.quotaIds.includes(id)),
    )
    if (isBefore) throw new Refused({ code: 'late-money-waits' })
    const offerId = await makeOffer(db, { entry, ...chosen }, { eventId, now, actor, reason })
    await bumpContentVersion(db)
    return { offerId }
  })
}
