import { type Kysely, sql } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Seats that come back by themselves at a time; null: nobody has set one. */
export interface Returning {
  quotaId: string
  kind: 'held' | 'offered' | 'blocked' | 'changing'
  /** What a block is for. */
  name: string
  seats: number
  firstAt: Instant | null
  lastAt: Instant | null
}

const KINDS = { block: 'blocked', offer: 'offered', change: 'changing', admission: 'offered' } as const

/** What would come free, and when: holds that run out, offers, blocks and changes that wait for money. Two queries. */
export async function whenFree(db: Kysely<Database>, eventId: string): Promise<Returning[]> {
  const [held, reserved] = await Promise.all([
    db
      .selectFrom('registrationSeats as seat')
      .innerJoin('registrations', 'registrations.id', 'seat.registrationId')
      .select(['seat.quotaId', sql<number>`count(*)`.as('seats')])
      .select((row) => [
        row.fn.min('registrations.heldUntil').as('firstAt'),
        row.fn.max('registrations.heldUntil').as('lastAt'),
      ])
      .where('registrations.eventId', '=', eventId)
      .where('registrations.state', '=', 'held')
      .where('seat.isTaken', '=', 1)
      .groupBy('seat.quotaId')
      .execute(),
    db
      .selectFrom('reservedSeats as seat')
      .innerJoin('reservations', 'reservations.id', 'seat.reservationId')
      .select(['seat.quotaId', 'reservations.kind', 'reservations.name', sql<number>`sum(seat.remaining)`.as('seats')])
      .select((row) => [
        row.fn.min('reservations.untilAt').as('firstAt'),
        row.fn.max('reservations.untilAt').as('lastAt'),
      ])
      .where('reservations.eventId', '=', eventId)
      .where('reservations.endedAt', 'is', null)
      .where('seat.remaining', '>', 0)
      .groupBy(['seat.quotaId', 'reservations.kind', 'reservations.name'])
      .orderBy('reservations.kind')
      .orderBy('reservations.name')
      .execute(),
  ])
  return [
    ...held.map((row) => ({ ...row, kind: 'held' as const, name: '', seats: Number(row.seats) })),
    ...reserved.map((row) => ({ ...row, kind: KINDS[row.kind], seats: Number(row.seats) })),
  ]
}
