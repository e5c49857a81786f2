import type { Kysely } from 'kysely'
import { isOfferKey } from './waiting-key.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface OpenOffer {
  offerId: string
  eventId: string
  eventSlug: string
  entry: { id: string; code: string; keyVersion: number }
  ticketTypeId: string
  ticketCode: string
  /** As many as are held; an order may ask for fewer. */
  seats: number
  /** To be placed with the order. */
  reservation: { id: string; pricedAt: Instant | null }
  untilAt: Instant
  fullName: string
  email: string | null
}

/**
 * The seats that are held for whoever has the key, or why there are none: `over` when the offer was used, declined or
 * lapsed, `unknown` for a stranger, whether there is such an offer or not.
 */
export async function openOffer(
  db: Kysely<Database>,
  { offerId, key, secret, now }: { offerId: string; key: string; secret: string; now: Instant },
): Promise<{ is: 'open'; offer: OpenOffer } | { is: 'over'; eventSlug: string } | { is: 'unknown' }> {
  // An unknown offer takes the same steps as a wrong key.
  const isTheirs = isOfferKey(secret, offerId, key)
  const row = await db
    .selectFrom('offers')
    .innerJoin('waitingListEntries as entry', 'entry.id', 'offers.entryId')
    .innerJoin('reservations', 'reservations.id', 'offers.reservationId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'offers.ticketTypeId')
    .innerJoin('events', 'events.id', 'offers.eventId')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select(['offers.state', 'offers.eventId', 'offers.ticketTypeId', 'offers.seats', 'offers.reservationId'])
    .select(['offers.pricedAt', 'offers.untilAt', 'reservations.endedAt', 'ticketTypes.code as ticketCode'])
    .select(['entry.id as entryId', 'entry.code', 'entry.keyVersion', 'events.slug', 'events.status'])
    .select(['people.fullName', 'people.email'])
    .where('offers.id', '=', offerId)
    .executeTakeFirst()
  if (!row || !isTheirs) return { is: 'unknown' }
  const isOpen = row.state === 'open' && row.endedAt === null && now < row.untilAt && row.status === 'published'
  if (!isOpen || (await isUsed(db, row.reservationId))) return { is: 'over', eventSlug: row.slug }
  return {
    is: 'open',
    offer: {
      offerId,
      eventId: row.eventId,
      eventSlug: row.slug,
      entry: { id: row.entryId, code: row.code, keyVersion: row.keyVersion },
      ticketTypeId: row.ticketTypeId,
      ticketCode: row.ticketCode,
      seats: row.seats,
      reservation: { id: row.reservationId, pricedAt: row.pricedAt },
      untilAt: row.untilAt,
      fullName: row.fullName,
      email: row.email,
    },
  }
}

/** The order that this very form placed with an offer before: a form sent twice leads to its order both times. */
export async function orderPlacedBefore(
  db: Kysely<Database>,
  { offerId, formKey }: { offerId: string; formKey: string },
): Promise<{ id: string; code: string; keyVersion: number } | null> {
  const order = await db
    .selectFrom('offers')
    .innerJoin('registrationSeats as seat', 'seat.reservationId', 'offers.reservationId')
    .innerJoin('registrations', 'registrations.id', 'seat.registrationId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['orders.id', 'orders.code', 'orders.keyVersion'])
    .where('offers.id', '=', offerId)
    .where('orders.formKey', '=', formKey)
    .limit(1)
    .executeTakeFirst()
  return order ?? null
}

async function isUsed(db: Kysely<Database>, reservationId: string): Promise<boolean> {
  const seat = await db
    .selectFrom('registrationSeats')
    .select('quotaId')
    .where('reservationId', '=', reservationId)
    .limit(1)
    .executeTakeFirst()
  return seat !== undefined
}
