import type { Kysely } from 'kysely'
import type { Around } from './why-still.ts'
import type { Database } from '#db/schema.ts'

/** The seats of an event that may still come free: offered, waiting for money, kept for codes. */
export async function aroundOf(db: Kysely<Database>, eventId: string): Promise<Around> {
  const offers = await db
    .selectFrom('offers')
    .innerJoin('reservedSeats', 'reservedSeats.reservationId', 'offers.reservationId')
    .select(['offers.id', 'offers.seats', 'offers.untilAt', 'reservedSeats.quotaId'])
    .where('offers.eventId', '=', eventId)
    .where('offers.state', '=', 'open')
    .execute()
  const held = await db
    .selectFrom('registrationSeats as seat')
    .innerJoin('registrations', 'registrations.id', 'seat.registrationId')
    .select(({ fn }) => ['seat.quotaId', fn.countAll<number>().as('seats')])
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'held')
    .groupBy('seat.quotaId')
    .execute()
  const blocks = await db
    .selectFrom('reservations')
    .innerJoin('reservedSeats', 'reservedSeats.reservationId', 'reservations.id')
    .select(['reservedSeats.quotaId', 'reservedSeats.remaining as seats', 'reservations.untilAt'])
    .where('reservations.eventId', '=', eventId)
    .where('reservations.kind', '=', 'block')
    .where('reservations.endedAt', 'is', null)
    .where('reservedSeats.remaining', '>', 0)
    .execute()
  return {
    offers: [...Map.groupBy(offers, ({ id }) => id).values()].map((own) => ({
      seats: own[0]!.seats,
      untilAt: own[0]!.untilAt,
      quotaIds: own.map(({ quotaId }) => quotaId),
    })),
    held: held.map(({ quotaId, seats }) => ({ quotaId, seats: Number(seats) })),
    blocks,
  }
}
