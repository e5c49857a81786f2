import type { Kysely } from 'kysely'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * A seat that stands and the add-ons beside it that are the same person's, by their address.
 * @throws Refused `seat-gone`
 */
export async function ownSeats(db: Kysely<Database>, registrationId: string) {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['registrations.id', 'registrations.personId', 'registrations.state', 'registrations.eventId'])
    .select(['registrations.ticketTypeId', 'ticketTypes.allowsRepeat', 'people.emailKey', 'people.fullName'])
    .select(['orders.id as orderId', 'orders.personId as ordererId', 'orders.language'])
    .where((row) =>
      row.or([row('registrations.id', '=', registrationId), row('mainRegistrationId', '=', registrationId)]),
    )
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .orderBy('registrations.id')
    .execute()
  const seat = rows.find(({ id }) => id === registrationId)
  if (!seat) throw new Refused({ code: 'seat-gone' as const })
  return [seat, ...rows.filter(({ id, emailKey }) => id !== seat.id && emailKey === seat.emailKey)]
}

export type OwnSeat = Awaited<ReturnType<typeof ownSeats>>[number]
