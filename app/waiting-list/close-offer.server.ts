import type { Kysely } from 'kysely'
import { lockList } from './lock-list.server.ts'
import { moveEntry } from './move-entry.server.ts'
import { tellWaiting } from './tell-waiting.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { endReservation } from '#app/registrations/seats/reservations.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const ENTRY = { accepted: 'taken', declined: 'withdrawn', lapsed: 'lapsed' } as const

/**
 * Ends an open offer, for good: its reservation ends, what is left in it goes back to the queue, its entry is over.
 * Whether it was accepted is read from the seats themselves: an order that took any out of the reservation used it,
 * whatever else is asked for. Returns how it ended, or null when it stays open (`unless-used`) or was over before.
 * To be called inside a transaction.
 */
export async function closeOffer(
  db: Kysely<Database>,
  close: { offerId: string; as: 'declined' | 'lapsed' | 'unless-used'; actor: Actor; now: Instant },
): Promise<'accepted' | 'declined' | 'lapsed' | null> {
  const { offerId, as, actor, now } = close
  const { eventId } = await db
    .selectFrom('offers')
    .select('eventId')
    .where('id', '=', offerId)
    .executeTakeFirstOrThrow()
  await lockList(db, eventId)
  const offer = await db.selectFrom('offers').selectAll().where('id', '=', offerId).executeTakeFirstOrThrow()
  if (offer.state !== 'open') return null
  if (as === 'unless-used' && (await orderFrom(db, offer.reservationId)) === null) return null
  // First the reservation: from here on no order can take a seat out of it, and one that just did is seen below.
  await endReservation(db, { reservationId: offer.reservationId, now, actor })
  const orderId = await orderFrom(db, offer.reservationId)
  const state = orderId !== null || as === 'unless-used' ? 'accepted' : as
  await db
    .updateTable('offers')
    .set({ state, orderId, updatedAt: now })
    .where('id', '=', offerId)
    .where('state', '=', 'open')
    .execute()
  await recordAudit(db, now, [
    {
      actor,
      action: `offer.${state}`,
      objectKind: 'offer',
      objectId: offerId,
      eventId,
      before: { state: 'open' },
      after: { state, orderId },
    },
  ])
  await moveEntry(db, { entryId: offer.entryId, from: 'offered', to: ENTRY[state], actor, now })
  if (state === 'lapsed')
    await tellWaiting(db, { template: 'waiting-list-lapsed', entryId: offer.entryId, subjectId: offerId, now })
  await bumpContentVersion(db)
  return state
}

/** The order that took seats out of a reservation, whatever became of them since. */
async function orderFrom(db: Kysely<Database>, reservationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('registrationSeats as seat')
    .innerJoin('registrations', 'registrations.id', 'seat.registrationId')
    .select('registrations.orderId')
    .where('seat.reservationId', '=', reservationId)
    .limit(1)
    .executeTakeFirst()
  return row?.orderId ?? null
}
