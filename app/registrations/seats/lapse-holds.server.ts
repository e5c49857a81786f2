import type { ExpressionBuilder, Kysely } from 'kysely'
import { IN_FLIGHT } from './in-flight.ts'
import { ordererOf } from '../orderer.server.ts'
import { registrationsWithQuotas, type SeatedRegistration } from './registration-rows.server.ts'
import { giveSeatsBack } from './take-seats.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { releaseVoucherUses } from '#app/vouchers/release-voucher-uses.server.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Gives back the seats whose time is over and for which no payment is in flight, an order a transaction. Returns how
 * many registrations lapsed, and whether there may be more than the limit of orders looked at.
 */
export async function lapseHolds(
  db: Kysely<Database>,
  { now, limit = 200 }: { now: Instant; limit?: number },
): Promise<{ lapsed: number; isMore: boolean }> {
  const overdue = await db
    .selectFrom('registrations')
    .select('orderId')
    .distinct()
    .where('state', '=', 'held')
    .where('heldUntil', '<=', now)
    .where(hasNothingInFlight)
    .limit(limit)
    .execute()
  let lapsed = 0
  for (const { orderId } of overdue) {
    // A busy one is left for the next time.
    const result = await transact(db, (db) => lapseOrder(db, orderId, now))
    if (result.ok) lapsed += result.value
  }
  return { lapsed, isMore: overdue.length === limit }
}

async function lapseOrder(db: Kysely<Database>, orderId: string, now: Instant): Promise<number> {
  const lapsed: SeatedRegistration[] = []
  for (const registration of await registrationsWithQuotas(db, { orderId }))
    if (registration.state === 'held' && (await lapse(db, registration.id, now))) lapsed.push(registration)
  if (lapsed.length === 0) return 0
  const ids = lapsed.map(({ id }) => id)
  await db.updateTable('registrationSeats').set({ isTaken: 0 }).where('registrationId', 'in', ids).execute()
  await recordAudit(
    db,
    now,
    lapsed.map(({ id, eventId }) => ({
      actor: { kind: 'system' },
      action: 'registration.lapsed',
      objectKind: 'registration',
      objectId: id,
      eventId,
      before: { state: 'held' },
      after: { state: 'lapsed' },
    })),
  )
  await tellOrderer(db, orderId, now)
  await giveSeatsBack(
    db,
    lapsed.flatMap(({ seats }) => seats),
  )
  await releaseVoucherUses(db, { registrationIds: ids, now })
  await bumpContentVersion(db)
  return lapsed.length
}

/** The number of changed rows decides who won: the clock, or the money that has just come. */
async function lapse(db: Kysely<Database>, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ state: 'lapsed', activeKey: null, heldUntil: null, endedAt: now, updatedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'held')
    .where('heldUntil', '<=', now)
    .where(hasNothingInFlight)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A payment that may still succeed keeps its seats. */
function hasNothingInFlight({ not, exists, selectFrom }: ExpressionBuilder<Database, 'registrations'>) {
  const attempts = selectFrom('paymentAttempts')
    .select('paymentAttempts.id')
    .whereRef('paymentAttempts.orderId', '=', 'registrations.orderId')
    .where('paymentAttempts.state', 'in', IN_FLIGHT)
  return not(exists(attempts))
}

async function tellOrderer(db: Kysely<Database>, orderId: string, now: Instant): Promise<void> {
  const orderer = await ordererOf(db, orderId)
  if (!orderer) return
  const { recipient, language, eventId } = orderer
  await enqueueMessages(db, [{ template: 'order-lapsed', subjectId: orderId, recipient, language, eventId }], now)
}
