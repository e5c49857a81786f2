import type { Insertable, Kysely, Selectable } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, SeatChangesTable } from '#db/schema.ts'

export type SeatChange = Selectable<SeatChangesTable>

/** The changes that are not over, the oldest first. */
export async function openChanges(
  db: Kysely<Database>,
  of: { orderId: string } | { registrationIds: string[] },
): Promise<SeatChange[]> {
  return await db
    .selectFrom('seatChanges')
    .selectAll()
    .where('state', '=', 'open')
    .where((row) =>
      'orderId' in of ? row('orderId', '=', of.orderId) : row('registrationId', 'in', [...of.registrationIds, '']),
    )
    .orderBy('id')
    .execute()
}

/** Writes a change down, open or done at once, with its audit entry. */
export async function insertChange(
  db: Kysely<Database>,
  given: Omit<Insertable<SeatChangesTable>, 'id' | 'toPersonId' | 'linesFrom' | 'createdAt' | 'updatedAt'> & {
    toPersonId?: string | null
    linesFrom?: number | null
  },
  { now, actor }: { now: Instant; actor: Actor },
): Promise<SeatChange> {
  const change = {
    toPersonId: null,
    linesFrom: null,
    ...given,
    id: newId(now),
    createdAt: now,
    updatedAt: now,
  } as SeatChange
  await db.insertInto('seatChanges').values(change).execute()
  const { id, eventId, registrationId, kind, state, toTicketTypeId, toPersonId, differenceMinor, currency } = change
  await recordAudit(db, now, [
    {
      actor,
      action: `seat-change.${state}`,
      objectKind: 'seat-change',
      objectId: id,
      eventId,
      after: { state, registrationId, kind, toTicketTypeId, toPersonId, differenceMinor, currency },
    },
  ])
  return change
}

/** What was set aside for an open change. */
export async function setReservation(db: Kysely<Database>, id: string, reservationId: string): Promise<void> {
  await db.updateTable('seatChanges').set({ reservationId }).where('id', '=', id).execute()
}

/** Ends an open change. False when it was over already. */
export async function endChange(
  db: Kysely<Database>,
  { id, eventId, registrationId }: SeatChange,
  to: 'done' | 'lapsed' | 'withdrawn',
  { now, actor }: { now: Instant; actor: Actor },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('seatChanges')
    .set({ state: to, heldUntil: null, updatedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await recordAudit(db, now, [
    {
      actor,
      action: `seat-change.${to}`,
      objectKind: 'seat-change',
      objectId: id,
      eventId,
      before: { state: 'open' },
      after: { state: to, registrationId },
    },
  ])
  return true
}
