import type { Kysely } from 'kysely'
import { whyNotEligible } from '../eligibility.ts'
import type { Database } from '#db/schema.ts'

/** A main ticket with whatever is known of who sits on it, and the add-ons of the same person; null when there is none. */
export async function seatRows(db: Kysely<Database>, registrationId: string) {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .select(['registrations.id', 'registrations.orderId', 'registrations.eventId', 'registrations.personId'])
    .select(['registrations.state', 'registrations.ticketTypeId', 'ticketTypes.allowsRepeat', 'mainRegistrationId'])
    .select(['ticketTypes.eligibility', 'ticketTypes.code as typeCode', 'events.country as eventCountry'])
    .select(['people.fullName', 'people.erasedAt', 'orders.personId as ordererId', 'orders.language'])
    .select(['events.status as eventStatus', 'events.endsAt', 'events.postponedAt'])
    .where((row) =>
      row.or([row('registrations.id', '=', registrationId), row('mainRegistrationId', '=', registrationId)]),
    )
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .orderBy('registrations.id')
    .execute()
  const seat = rows.find(({ id }) => id === registrationId)
  if (!seat) return null
  return { ...seat, own: rows.filter(({ fullName }) => fullName === seat.fullName) }
}

export type SeatRows = NonNullable<Awaited<ReturnType<typeof seatRows>>>

/** Whether nobody is named on it. */
export function isUnnamed({ fullName, erasedAt }: Pick<SeatRows, 'fullName' | 'erasedAt'>): boolean {
  return fullName === '' && erasedAt === null
}

/** Whether where somebody lives speaks against one of the seats they would have. */
export function isIneligible({ own }: SeatRows, country: string | null | undefined): boolean {
  return own.some((seat) => whyNotEligible(seat, { country: seat.eventCountry }, country) !== null)
}

/** Whether the person on a seat has told their details themselves: then only they, or a rule, give it away. */
export async function isCompleted(db: Kysely<Database>, registrationIds: string[]): Promise<Set<string>> {
  if (registrationIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('auditEntries')
    .select(['objectId', 'action', 'at', 'id'])
    .where('objectKind', '=', 'registration')
    .where('objectId', 'in', registrationIds)
    .where('action', 'in', ['registration.completed', 'registration.cleared'])
    .orderBy('id')
    .execute()
  const last = new Map(rows.map(({ objectId, action }) => [objectId, action]))
  return new Set([...last].flatMap(([id, action]) => (action === 'registration.completed' ? [id] : [])))
}
