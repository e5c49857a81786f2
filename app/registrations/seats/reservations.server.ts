import type { Kysely } from 'kysely'
import { type Demand, inLockingOrder } from './seat-demand.ts'
import { giveBack, takeSeats } from './take-seats.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, ReservationsTable } from '#db/schema.ts'

/**
 * Sets seats aside: a block for codes, an offer to the waiting list, what a change of tickets waits for. They count as
 * taken from now on. Returns the reservation's id, or the quota that has no room: then roll back.
 */
export async function setAside(
  db: Kysely<Database>,
  reservation: Pick<ReservationsTable, 'eventId' | 'kind' | 'subjectId' | 'name' | 'untilAt'> & {
    demand: Demand
    isForQueue?: boolean
    now: Instant
    actor: Actor
  },
): Promise<{ ok: true; id: string } | { ok: false; fullQuotaId: string }> {
  const { demand, isForQueue, now, actor, ...row } = reservation
  const full = await takeSeats(db, demand, { isForQueue })
  if (full !== null) return { ok: false, fullQuotaId: full }
  const id = newId(now)
  await db
    .insertInto('reservations')
    .values({ id, ...row, endedAt: null, createdAt: now })
    .execute()
  const seats = inLockingOrder(demand).map(([quotaId, size]) => ({ reservationId: id, quotaId, size, remaining: size }))
  if (seats.length > 0) await db.insertInto('reservedSeats').values(seats).execute()
  await recordAudit(db, now, [
    {
      actor,
      action: 'reservation.made',
      objectKind: 'reservation',
      objectId: id,
      eventId: row.eventId,
      after: { kind: row.kind, untilAt: row.untilAt, seats: Object.fromEntries(demand) },
    },
  ])
  return { ok: true, id }
}

/**
 * Takes seats out of a reservation for registrations; the quota's counter stays, for they were counted already.
 * Returns the quota of which not enough are left there, or null. What was taken before stays taken: roll back.
 */
export async function takeReserved(
  db: Kysely<Database>,
  reservationId: string,
  demand: Demand,
): Promise<string | null> {
  for (const [quotaId, seats] of inLockingOrder(demand)) {
    const { numUpdatedRows } = await db
      .updateTable('reservedSeats')
      .set((row) => ({ remaining: row('remaining', '-', seats) }))
      .where('reservationId', '=', reservationId)
      .where('quotaId', '=', quotaId)
      .where('remaining', '>=', seats)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return quotaId
  }
  return null
}

/**
 * Ends a reservation and frees what is left of it for everybody; ending it twice is ending it once. Returns how many
 * seats of each quota came free.
 */
export async function endReservation(
  db: Kysely<Database>,
  { reservationId, now, actor }: { reservationId: string; now: Instant; actor: Actor },
): Promise<Demand> {
  const { numUpdatedRows } = await db
    .updateTable('reservations')
    .set({ endedAt: now })
    .where('id', '=', reservationId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return new Map()
  const freed: Demand = new Map()
  const { eventId } = await db
    .selectFrom('reservations')
    .select('eventId')
    .where('id', '=', reservationId)
    .executeTakeFirstOrThrow()
  const seats = await db
    .selectFrom('reservedSeats')
    .select('quotaId')
    .where('reservationId', '=', reservationId)
    .orderBy('quotaId')
    .execute()
  for (const { quotaId } of seats) {
    const remaining = await empty(db, reservationId, quotaId)
    if (remaining > 0) freed.set(quotaId, remaining)
  }
  await giveBack(db, freed)
  await recordAudit(db, now, [
    {
      actor,
      action: 'reservation.ended',
      objectKind: 'reservation',
      objectId: reservationId,
      eventId,
      after: { freed: Object.fromEntries(freed) },
    },
  ])
  return freed
}

/** Guarded by what was read, for a seat may be taken out of it at the same moment. */
async function empty(db: Kysely<Database>, reservationId: string, quotaId: string): Promise<number> {
  for (;;) {
    const { remaining } = await db
      .selectFrom('reservedSeats')
      .select('remaining')
      .where('reservationId', '=', reservationId)
      .where('quotaId', '=', quotaId)
      .executeTakeFirstOrThrow()
    if (remaining === 0) return 0
    const { numUpdatedRows } = await db
      .updateTable('reservedSeats')
      .set({ remaining: 0 })
      .where('reservationId', '=', reservationId)
      .where('quotaId', '=', quotaId)
      .where('remaining', '=', remaining)
      .executeTakeFirst()
    if (numUpdatedRows === 1n) return remaining
  }
}
