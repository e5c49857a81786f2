import type { Kysely } from 'kysely'
import { addLines } from './add-lines.server.ts'
import { endChange, type SeatChange } from './open-changes.server.ts'
import { endReservation } from '../seats/reservations.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * A change that is not made after all: what was set aside for it is free again, and what the order was asked for it is
 * taken back by lines. With the order locked. False when it was over already.
 */
export async function withdrawChange(
  db: Kysely<Database>,
  change: SeatChange,
  to: 'lapsed' | 'withdrawn',
  { now, actor }: { now: Instant; actor: Actor },
): Promise<boolean> {
  if (!(await endChange(db, change, to, { now, actor }))) return false
  const { orderId, registrationId, reservationId, linesFrom } = change
  const lines = await db
    .selectFrom('orderLines')
    .select(['ticketTypeId', 'description', 'amountMinor', 'currency', 'taxName', 'taxRate', 'taxMinor', 'taxNote'])
    .where('orderId', '=', orderId)
    .where('registrationId', '=', registrationId)
    .where('kind', '=', 'change')
    .where('position', '>=', linesFrom ?? Number.MAX_SAFE_INTEGER)
    .orderBy('position')
    .execute()
  await addLines(db, {
    orderId,
    now,
    lines: lines.map((line) => ({
      ...line,
      kind: 'change' as const,
      registrationId,
      amountMinor: -line.amountMinor || 0,
      taxMinor: -line.taxMinor || 0,
    })),
  })
  if (change.toPersonId) await forgetPerson(db, change)
  if (reservationId) {
    await endReservation(db, { reservationId, now, actor })
    await bumpContentVersion(db)
  }
  return true
}

/** Who was meant to take a seat over and does not. */
export async function forgetPerson(db: Kysely<Database>, { id, toPersonId }: SeatChange): Promise<void> {
  await db.updateTable('seatChanges').set({ toPersonId: null }).where('id', '=', id).execute()
  await db.deleteFrom('people').where('id', '=', toPersonId!).execute()
}
