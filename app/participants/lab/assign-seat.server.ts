import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import { paperPeople } from '../paper/paper-people.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Seats somebody, or with no one named frees the seat. Who sat there changes places with who comes, or has no seat then.
 * `was` is who was shown to sit there: when somebody else does by now, nothing changes.
 */
export async function assignSeat(
  db: Kysely<Database>,
  input: {
    eventId: string
    seatId: string
    registrationId: string | null
    was: string | null
    accountId: string
    now: Instant
  },
): Promise<Result<void>> {
  const { eventId, seatId, registrationId, was, accountId, now } = input
  return await transact(db, async (db) => {
    const seat = await db
      .selectFrom('labSeats')
      .select(['id', 'trackId', 'registrationId'])
      .where('id', '=', seatId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!seat) throw new Refused({ code: 'gone' })
    if (seat.registrationId !== was) throw new Refused({ code: 'stale' })
    if (registrationId === was) return
    const former =
      registrationId === null ? null : await formerSeat(db, { eventId, trackId: seat.trackId, registrationId })
    // A seat that they had in another lab becomes free: nobody of this one is put there.
    const swapped = former?.trackId === seat.trackId ? former : null
    const { numUpdatedRows } = await db
      .updateTable('labSeats')
      .set({ registrationId: null })
      .where('id', '=', seatId)
      .where('registrationId', was === null ? 'is' : '=', was)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'stale' })
    if (former) await sit(db, former.id, { from: registrationId, to: null })
    await sit(db, seatId, { from: null, to: registrationId })
    if (swapped) await sit(db, swapped.id, { from: null, to: was })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'lab.seat-assigned',
        objectKind: 'lab-seat',
        objectId: seatId,
        eventId,
        before: { registrationId: was },
        after: { registrationId, ...(swapped && was !== null ? { swappedWith: swapped.id } : {}) },
      },
    ])
  })
}

/** The seat of somebody who may sit in this lab; null when they have none. */
async function formerSeat(
  db: Kysely<Database>,
  { eventId, trackId, registrationId }: { eventId: string; trackId: string; registrationId: string },
): Promise<{ id: string; trackId: string } | null> {
  const scope = { eventId, trackIds: 'all' as const, trackId: trackId || null, registrationId }
  const [person] = await paperPeople(db, scope)
  if (!person) throw new Refused({ code: 'seat-nobody', field: 'registrationId' })
  const former = await db
    .selectFrom('labSeats')
    .select(['id', 'trackId'])
    .where('registrationId', '=', registrationId)
    .executeTakeFirst()
  return former ?? null
}

async function sit(
  db: Kysely<Database>,
  seatId: string,
  { from, to }: { from: string | null; to: string | null },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('labSeats')
    .set({ registrationId: to })
    .where('id', '=', seatId)
    .where('registrationId', from === null ? 'is' : '=', from)
    .executeTakeFirst()
  // On MariaDB a row that is set to what it holds counts as not updated.
  if (numUpdatedRows === 0n && from !== to) throw new Refused({ code: 'stale' })
}
