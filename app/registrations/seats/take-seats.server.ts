import type { Kysely } from 'kysely'
import { type Demand, inLockingOrder, sumDemand } from './seat-demand.ts'
import type { Database } from '#db/schema.ts'

/**
 * Takes seats by one guarded update per quota, in the order in which all lock them. Returns the quota that has no
 * room for its part, or null when all were taken. What was taken before a full one stays taken: roll back.
 * A quota that somebody waits for has no room for others: only the waiting list itself (`isForQueue`) and an organizer
 * who adds somebody by name are served.
 */
export async function takeSeats(
  db: Kysely<Database>,
  demand: Demand,
  { isForQueue = false }: { isForQueue?: boolean } = {},
): Promise<string | null> {
  for (const [quotaId, seats] of inLockingOrder(demand)) {
    const { numUpdatedRows } = await db
      .updateTable('quotas')
      .set((row) => ({ taken: row('taken', '+', seats) }))
      .where('id', '=', quotaId)
      .where((row) => row(row('taken', '+', seats), '<=', row('size', '+', row.ref('overBy'))))
      .$if(!isForQueue, (update) => update.where('waiting', '=', 0))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return quotaId
  }
  return null
}

/** A seat of a registration: which quota it counts in, and the reservation that it came from. */
export interface Seat {
  quotaId: string
  reservationId: string | null
}

/**
 * Gives seats back: to the reservation that they came from while it stands, else to everybody. The rows of the
 * registrations that had them are the caller's.
 */
export async function giveSeatsBack(db: Kysely<Database>, seats: Seat[]): Promise<void> {
  const open = seats.filter(({ reservationId }) => reservationId === null)
  for (const [reservationId, own] of Map.groupBy(seats, (seat) => seat.reservationId)) {
    if (reservationId === null) continue
    for (const [quotaId, count] of inLockingOrder(demandOf(own)))
      if (!(await returnToReservation(db, reservationId, quotaId, count)))
        open.push(...own.filter((seat) => seat.quotaId === quotaId))
  }
  await giveBack(db, demandOf(open))
}

/** Of a list of seats, one each: unlike those of a registration, they may be several of one quota. */
function demandOf(seats: Seat[]): Demand {
  return sumDemand(seats.map(({ quotaId }) => ({ quotaIds: [quotaId] })))
}

/** Frees seats for everybody. */
export async function giveBack(db: Kysely<Database>, demand: Demand): Promise<void> {
  for (const [quotaId, seats] of inLockingOrder(demand)) {
    await db
      .updateTable('quotas')
      .set((row) => ({ taken: row('taken', '-', seats) }))
      .where('id', '=', quotaId)
      .execute()
  }
}

async function returnToReservation(
  db: Kysely<Database>,
  reservationId: string,
  quotaId: string,
  seats: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reservedSeats')
    .set((row) => ({ remaining: row('remaining', '+', seats) }))
    .where('reservationId', '=', reservationId)
    .where('quotaId', '=', quotaId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('reservations')
          .select('reservations.id')
          .where('reservations.id', '=', reservationId)
          .where('reservations.endedAt', 'is', null),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
