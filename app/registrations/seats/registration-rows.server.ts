import type { Kysely } from 'kysely'
import type { Seat } from './take-seats.server.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

export interface SeatedRegistration {
  id: string
  eventId: string
  orderId: string
  ticketTypeId: string
  mainRegistrationId: string | null
  state: RegistrationState
  quotaIds: string[]
  seats: Seat[]
}

/** Registrations with the quotas that they draw or drew on, in a fixed order; the states are a hint until a guarded update agrees. */
export async function registrationsWithQuotas(
  db: Kysely<Database>,
  of: { orderId: string } | { ids: string[] },
): Promise<SeatedRegistration[]> {
  const rows = await db
    .selectFrom('registrations')
    .leftJoin('registrationSeats as seat', 'seat.registrationId', 'registrations.id')
    .select(['id', 'eventId', 'orderId', 'ticketTypeId', 'mainRegistrationId', 'state'])
    .select(['seat.quotaId', 'seat.reservationId'])
    .where((row) => ('orderId' in of ? row('orderId', '=', of.orderId) : row('id', 'in', of.ids)))
    .orderBy('id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => {
    const { quotaId: _quotaId, reservationId: _reservationId, ...registration } = own[0]!
    const seats = own.flatMap(({ quotaId, reservationId }) => (quotaId ? [{ quotaId, reservationId }] : []))
    return { ...registration, quotaIds: seats.map(({ quotaId }) => quotaId), seats }
  })
}
