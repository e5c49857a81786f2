import type { Kysely } from 'kysely'
import { endReservations } from './end-reservations.server.ts'
import { type Demand, inLockingOrder, joinDemands } from './seat-demand.ts'
import { takeSeats } from './take-seats.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, ReservationsTable } from '#db/schema.ts'

type Aside = Pick<ReservationsTable, 'eventId' | 'kind' | 'subjectId' | 'name' | 'untilAt'> & { demand: Demand }

interface Setting {
  isForQueue?: boolean
  now: Instant
  actor: Actor
}

/**
 * Sets seats aside: a block for codes, an offer to the waiting list, what a change of tickets waits for. They count as
 * taken from now on. Returns the reservation's id, or the quota that has no room: then roll back.
 */
export async function setAside(
  db: Kysely<Database>,
  { isForQueue = false, now, actor, ...aside }: Aside & Setting,
): Promise<{ ok: true; id: string } | { ok: false; fullQuotaId: string }> {
  const set = await setAllAside(db, [aside], { isForQueue, now, actor })
  return set.ok ? { ok: true, id: set.ids[0]! } : set
}

/** As above, for many at once: all of them or none. Their ids come back in their order. */
export async function setAllAside(
  db: Kysely<Database>,
  asides: Aside[],
  { isForQueue = false, now, actor }: Setting,
): Promise<{ ok: true; ids: string[] } | { ok: false; fullQuotaId: string }> {
  if (asides.length === 0) return { ok: true, ids: [] }
  const full = await takeSeats(db, joinDemands(asides.map(({ demand }) => demand)), { isForQueue })
  if (full !== null) return { ok: false, fullQuotaId: full }
  const made = asides.map((aside) => ({ id: newId(now), ...aside }))
  await db
    .insertInto('reservations')
    .values(made.map(({ demand: _demand, ...row }) => ({ ...row, endedAt: null, createdAt: now })))
    .execute()
  const seats = made.flatMap(({ id, demand }) =>
    inLockingOrder(demand).map(([quotaId, size]) => ({ reservationId: id, quotaId, size, remaining: size })),
  )
  if (seats.length > 0) await db.insertInto('reservedSeats').values(seats).execute()
  await recordAudit(
    db,
    now,
    made.map(({ id, eventId, kind, untilAt, demand }) => ({
      actor,
      action: 'reservation.made',
      objectKind: 'reservation',
      objectId: id,
      eventId,
      after: { kind, untilAt, seats: Object.fromEntries(demand) },
    })),
  )
  return { ok: true, ids: made.map(({ id }) => id) }
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
  return joinDemands((await endReservations(db, { reservationIds: [reservationId], now, actor })).values())
}
