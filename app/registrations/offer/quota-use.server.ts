import { type Kysely, sql } from 'kysely'
import type { Database, ReservationsTable } from '#db/schema.ts'

/** What the taken seats of a quota are: they add up to its counter. */
export interface QuotaUse {
  confirmed: number
  held: number
  /** Set aside for codes, and not taken out yet. */
  blocked: number
  /** Offered to the waiting list, or to applicants. */
  offered: number
  /** Kept for changes of ticket that wait for their money. */
  changing: number
}

const NONE: QuotaUse = { confirmed: 0, held: 0, blocked: 0, offered: 0, changing: 0 }

const PART: Record<ReservationsTable['kind'], keyof QuotaUse> = {
  block: 'blocked',
  offer: 'offered',
  change: 'changing',
  admission: 'offered',
}

/** How the taken seats of an event's quotas are made up, by quota id, in two queries. */
export async function listQuotaUse(db: Kysely<Database>, eventId: string): Promise<Record<string, QuotaUse>> {
  const [taken, reserved] = await Promise.all([
    db
      .selectFrom('registrationSeats')
      .innerJoin('quotas', 'quotas.id', 'registrationSeats.quotaId')
      .innerJoin('registrations', 'registrations.id', 'registrationSeats.registrationId')
      .select(['registrationSeats.quotaId', 'registrations.state', sql<number>`count(*)`.as('count')])
      .where('quotas.eventId', '=', eventId)
      .where('registrationSeats.isTaken', '=', 1)
      .groupBy(['registrationSeats.quotaId', 'registrations.state'])
      .execute(),
    db
      .selectFrom('reservedSeats')
      .innerJoin('reservations', 'reservations.id', 'reservedSeats.reservationId')
      .select(['reservedSeats.quotaId', 'reservations.kind', sql<number>`sum(remaining)`.as('count')])
      .where('reservations.eventId', '=', eventId)
      .groupBy(['reservedSeats.quotaId', 'reservations.kind'])
      .execute(),
  ])
  const uses: Record<string, QuotaUse> = {}
  const add = (quotaId: string, part: keyof QuotaUse, count: number) => {
    const use = (uses[quotaId] ??= { ...NONE })
    use[part] += count
  }
  for (const { quotaId, state, count } of taken)
    add(quotaId, state === 'confirmed' ? 'confirmed' : 'held', Number(count))
  for (const { quotaId, kind, count } of reserved) add(quotaId, PART[kind], Number(count))
  return uses
}
