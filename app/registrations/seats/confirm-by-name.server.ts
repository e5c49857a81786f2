import type { Kysely } from 'kysely'
import { confirmedMails } from './confirmed-mails.server.ts'
import { lockOrder } from '../lock-order.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * An organizer lets somebody in whose seat waits for its money: the held seat with its add-ons is confirmed, and what
 * the order owes stays owed. The same mails go out as when the money comes.
 */
export async function confirmByName(
  db: Kysely<Database>,
  { registrationId, orderId, now, actor }: { registrationId: string; orderId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'seat-gone' | 'busy'>> {
  return await transact<void, 'seat-gone'>(db, async (db) => {
    await lockOrder(db, orderId)
    const seats = await db
      .selectFrom('registrations')
      .select(['id', 'eventId'])
      .where('orderId', '=', orderId)
      .where('state', '=', 'held')
      .where((row) => row.or([row('id', '=', registrationId), row('mainRegistrationId', '=', registrationId)]))
      .execute()
    if (!seats.some(({ id }) => id === registrationId)) throw new Refused({ code: 'seat-gone' as const })
    const ids = seats.map(({ id }) => id)
    const { numUpdatedRows } = await db
      .updateTable('registrations')
      .set({ state: 'confirmed', confirmedAt: now, heldUntil: null, updatedAt: now })
      .where('id', 'in', ids)
      .where('state', '=', 'held')
      .executeTakeFirst()
    if (numUpdatedRows !== BigInt(ids.length)) throw new Refused({ code: 'busy' as const })
    await owesFromNow(db, { orderId, eventId: seats[0]!.eventId, now, actor })
    await recordAudit(
      db,
      now,
      seats.map(({ id, eventId }) => ({
        actor,
        action: 'registration.confirmed',
        objectKind: 'registration',
        objectId: id,
        eventId,
        before: { state: 'held' },
        after: { state: 'confirmed', isWithoutPayment: true },
      })),
    )
    await enqueueMessages(db, await confirmedMails(db, orderId, ids), now)
  })
}

/** The order's seats no longer wait for its money, which is asked for all the same. */
async function owesFromNow(
  db: Kysely<Database>,
  { orderId, eventId, now, actor }: { orderId: string; eventId: string; now: Instant; actor: Actor },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('orders')
    .set({ confirmsOn: 'placing', updatedAt: now })
    .where('id', '=', orderId)
    .where('confirmsOn', '=', 'payment')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await recordAudit(db, now, [
    {
      actor,
      action: 'order.confirmed-before-payment',
      objectKind: 'order',
      objectId: orderId,
      eventId,
      after: { confirmsOn: 'placing' },
    },
  ])
}
