import type { Kysely } from 'kysely'
import { activeKey } from '../active-key.ts'
import { registrationsWithQuotas, type SeatedRegistration } from '../seats/registration-rows.server.ts'
import { endReservation, takeReserved } from '../seats/reservations.server.ts'
import { type Demand, sumDemand } from '../seats/seat-demand.ts'
import { giveSeatsBack, takeSeats } from '../seats/take-seats.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export type MoveRefusal = 'seat-gone' | 'change-full' | 'address-registered'

/** The quotas that a ticket type draws on and this seat does not draw on yet, one seat of each. */
export async function demandBeyond(
  db: Kysely<Database>,
  { registrationId, ticketTypeId }: { registrationId: string; ticketTypeId: string },
): Promise<Demand> {
  const [own] = await registrationsWithQuotas(db, { ids: [registrationId] })
  const beyond = (await quotasOf(db, ticketTypeId)).filter((id) => !own?.quotaIds.includes(id))
  return sumDemand([{ quotaIds: beyond }])
}

/**
 * Turns a confirmed seat into one of another ticket type: the seats that it needs beyond its own come from where they
 * were set aside (`reservationId`), or from what is free; those that it needs no more go back. With the order locked.
 * Where seats were set aside, nothing is written before it is sure to go through.
 * @throws Refused `seat-gone` when it is not what it was, `sold-out`, `already-registered` when the person has one.
 */
export async function moveSeat(
  db: Kysely<Database>,
  {
    registrationId,
    ticketTypeId,
    reservationId = null,
    now,
    actor,
  }: { registrationId: string; ticketTypeId: string; reservationId?: string | null; now: Instant; actor: Actor },
): Promise<void> {
  const [seat] = await registrationsWithQuotas(db, { ids: [registrationId] })
  const type = await db
    .selectFrom('ticketTypes')
    .select(['id', 'trackId', 'allowsRepeat', 'eventId'])
    .where('id', '=', ticketTypeId)
    .executeTakeFirstOrThrow()
  if (!seat) throw new Refused<MoveRefusal>({ code: 'seat-gone' })
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ ticketTypeId, trackId: type.trackId, activeKey: await freeKey(db, registrationId, type), updatedAt: now })
    .where('id', '=', registrationId)
    .where('state', '=', 'confirmed')
    .where('ticketTypeId', '=', seat.ticketTypeId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused<MoveRefusal>({ code: 'seat-gone' })
  await exchange(db, seat, { ticketTypeId, reservationId, now, actor })
  await recordAudit(db, now, [
    {
      actor,
      action: 'registration.ticket-changed',
      objectKind: 'registration',
      objectId: registrationId,
      eventId: seat.eventId,
      before: { ticketTypeId: seat.ticketTypeId, quotaIds: seat.quotaIds },
      after: { ticketTypeId },
    },
  ])
  await bumpContentVersion(db)
}

/** First what is new, then what comes free: nobody else gets in between. What was set aside is what it needs. */
async function exchange(
  db: Kysely<Database>,
  seat: SeatedRegistration,
  {
    ticketTypeId,
    reservationId,
    now,
    actor,
  }: { ticketTypeId: string; reservationId: string | null; now: Instant; actor: Actor },
): Promise<void> {
  const beyond = reservationId
    ? await setAsideBy(db, reservationId)
    : await demandBeyond(db, { registrationId: seat.id, ticketTypeId })
  const full = reservationId ? await takeReserved(db, reservationId, beyond) : await takeSeats(db, beyond)
  if (full !== null) throw new Refused<MoveRefusal>({ code: 'change-full' })
  if (reservationId) await endReservation(db, { reservationId, now, actor })
  const wanted = new Set(await quotasOf(db, ticketTypeId))
  const leaving = seat.seats.filter(({ quotaId }) => !wanted.has(quotaId) && !beyond.has(quotaId))
  if (leaving.length > 0) {
    const ids = leaving.map(({ quotaId }) => quotaId)
    await db.deleteFrom('registrationSeats').where('registrationId', '=', seat.id).where('quotaId', 'in', ids).execute()
    await giveSeatsBack(db, leaving)
  }
  const rows = [...beyond.keys()].map((quotaId) => ({ registrationId: seat.id, quotaId, isTaken: 1 as const }))
  if (rows.length > 0) await db.insertInto('registrationSeats').values(rows).execute()
}

async function quotasOf(db: Kysely<Database>, ticketTypeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ticketTypeQuotas')
    .select('quotaId')
    .where('ticketTypeId', '=', ticketTypeId)
    .execute()
  return rows.map(({ quotaId }) => quotaId)
}

async function setAsideBy(db: Kysely<Database>, reservationId: string): Promise<Demand> {
  const rows = await db
    .selectFrom('reservedSeats')
    .select('quotaId')
    .where('reservationId', '=', reservationId)
    .where('remaining', '>', 0)
    .execute()
  return sumDemand([{ quotaIds: rows.map(({ quotaId }) => quotaId) }])
}

/** @throws Refused `already-registered` when another seat of the same person has the key. */
async function freeKey(
  db: Kysely<Database>,
  registrationId: string,
  type: { id: string; eventId: string; allowsRepeat: number },
): Promise<string | null> {
  const { email } = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select('people.email')
    .where('registrations.id', '=', registrationId)
    .executeTakeFirstOrThrow()
  const key = email === null ? null : activeKey(type.eventId, email, type)
  if (key === null) return null
  const other = await db
    .selectFrom('registrations')
    .select('id')
    .where('activeKey', '=', key)
    .where('id', '<>', registrationId)
    .executeTakeFirst()
  if (other) throw new Refused<MoveRefusal>({ code: 'address-registered' })
  return key
}
