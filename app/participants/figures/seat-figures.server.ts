import { type Kysely, sql } from 'kysely'
import { mostPeople } from '#app/events/publishing/most-people.ts'
import type { OfferedQuota, OfferedTicketType } from '#app/registrations/offer/queries.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, TicketTypesTable } from '#db/schema.ts'

type Attendance = TicketTypesTable['attendance']

/** People with a confirmed seat in one way of coming, and how many can come at most (null: no limit). */
export interface Attending {
  attendance: Attendance
  confirmed: number
  held: number
  /** Confirmed within the last week. */
  recent: number
  size: number | null
}

/** How many people come, by way of coming. Whoever takes something beside a ticket is still one person. */
export async function attendingFigures(
  db: Kysely<Database>,
  { eventId, weekAgo, offer }: { eventId: string; weekAgo: Instant; offer: Offer },
): Promise<Attending[]> {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['ticketTypes.attendance', 'registrations.state'])
    .select([
      sql<number | string>`count(*)`.as('count'),
      sql<number | string>`sum(case when registrations.confirmed_at >= ${weekAgo} then 1 else 0 end)`.as('recent'),
    ])
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .where('registrations.mainRegistrationId', 'is', null)
    .groupBy(['ticketTypes.attendance', 'registrations.state'])
    .execute()
  return (['onsite', 'online'] as const).flatMap((attendance) => {
    const own = rows.filter((row) => row.attendance === attendance)
    const mains = offer.ticketTypes.filter((type) => type.attendance === attendance && type.isAddon === 0)
    if (own.length === 0 && mains.length === 0) return []
    const confirmed = own.find(({ state }) => state === 'confirmed')
    return {
      attendance,
      confirmed: Number(confirmed?.count ?? 0),
      held: Number(own.find(({ state }) => state === 'held')?.count ?? 0),
      recent: Number(confirmed?.recent ?? 0),
      size: mains.length === 0 ? 0 : mostPeople(mains, offer.quotas),
    }
  })
}

interface Offer {
  ticketTypes: OfferedTicketType[]
  quotas: OfferedQuota[]
}

/** A kind of ticket with the people who hold one. */
export interface TicketKind {
  audience: string
  people: number
}

/** Whom the tickets are for that people hold, the most frequent first; `''` where a document named no kind. */
export function ticketKinds(ticketTypes: OfferedTicketType[]): TicketKind[] {
  const kinds = new Map<string, number>()
  for (const { audience, isAddon, confirmed } of ticketTypes)
    if (isAddon === 0 && confirmed > 0) kinds.set(audience, (kinds.get(audience) ?? 0) + confirmed)
  return [...kinds]
    .map(([audience, people]) => ({ audience, people }))
    .toSorted((one, other) => other.people - one.people)
}
