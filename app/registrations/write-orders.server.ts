import type { Kysely } from 'kysely'
import type { Offered } from './offered.ts'
import type { OrderRows } from './order-rows.ts'
import { type Demand, fullness } from './seats/seat-demand.ts'
import { takeReserved } from './seats/reservations.server.ts'
import { takeSeats } from './seats/take-seats.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import { useVouchers } from '#app/vouchers/use-vouchers.server.ts'
import { insertRows } from '#db/insert-rows.ts'
import type { Database } from '#db/schema.ts'

/** Which seats to take, as the orders were admitted. */
export interface Taking {
  demand: Demand
  /** Out of reservations. */
  reserved: Map<string, Demand>
  /** Whether people who wait are no hindrance. */
  isForQueue: boolean
}

/**
 * Writes orders and takes their seats: the inside of the one transaction.
 * @throws Refused `again` when the offer or the room is not what the orders were admitted by.
 */
export async function writeOrders(
  db: Kysely<Database>,
  orders: OrderRows[],
  { demand, reserved, isForQueue, judgedBy, now }: Taking & { judgedBy: Offered; now: Instant },
): Promise<void> {
  const all = <T>(pick: (rows: OrderRows) => T[]) => orders.flatMap(pick)
  await insertRows(
    db,
    'people',
    orders.flatMap((one) => one.people),
  )
  await insertRows(
    db,
    'orders',
    orders.map((one) => one.order),
  )
  await insertRows(
    db,
    'registrations',
    orders.flatMap((one) => one.registrations),
  )
  await insertRows(
    db,
    'orderLines',
    orders.flatMap((one) => one.lines),
  )
  await insertRows(
    db,
    'consents',
    orders.flatMap((one) => one.consents),
  )
  await writeSometimes(db, all)
  await recordAudit(
    db,
    now,
    all(({ audit }) => audit),
  )
  await enqueueMessages(
    db,
    all(({ messages }) => messages),
    now,
  )
  await refuseChanged(db, orders, judgedBy)
  if ((await takeSeats(db, demand, { isForQueue })) !== null) throw new Refused({ code: 'again' })
  for (const [reservationId, own] of [...reserved].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    if ((await takeReserved(db, reservationId, own)) !== null) throw new Refused({ code: 'again' })
  const uses = all(({ voucherUses }) => voucherUses)
  if ((await useVouchers(db, uses)) !== null) throw new Refused({ code: 'again' })
  // After the guarded updates: the foreign key's shared lock on a quota, taken first by two, would be a deadlock.
  const seats = all(({ seats }) => seats)
  await insertRows(db, 'registrationSeats', seats)
  if (changesFullness(judgedBy, demand)) await bumpContentVersion(db)
}

/** What most orders have none of. */
async function writeSometimes(db: Kysely<Database>, all: <T>(pick: (rows: OrderRows) => T[]) => T[]): Promise<void> {
  const [answers, proofs] = [all(({ answers }) => answers), all(({ proofs }) => proofs)]
  const payers = all(({ payer }) => (payer ? [payer] : []))
  if (answers.length > 0) await db.insertInto('answers').values(answers).execute()
  if (proofs.length > 0) await db.insertInto('proofs').values(proofs).execute()
  if (payers.length > 0) await db.insertInto('payers').values(payers).execute()
}

/**
 * The foreign keys of the rows just written hold the events and ticket types still: who closes one now waits for us,
 * and who closed one a moment ago is seen here. So no seat is sold on an event that has been cancelled.
 */
async function refuseChanged(db: Kysely<Database>, orders: OrderRows[], judgedBy: Offered): Promise<void> {
  const typeIds = new Set(orders.flatMap(({ registrations }) => registrations.map(({ ticketTypeId }) => ticketTypeId)))
  const found = await db
    .selectFrom('ticketTypes')
    .innerJoin('events', 'events.id', 'ticketTypes.eventId')
    .select(['ticketTypes.id', 'ticketTypes.isClosed', 'ticketTypes.eventId', 'events.status'])
    .where('ticketTypes.id', 'in', [...typeIds])
    .execute()
  const isSame = found.every(
    ({ id, isClosed, eventId, status }) =>
      judgedBy.types.get(id)?.isClosed === isClosed && judgedBy.events.get(eventId)?.status === status,
  )
  if (!isSame || found.length < typeIds.size) throw new Refused({ code: 'again' })
}

function changesFullness({ quotas }: Offered, demand: Demand): boolean {
  return [...demand].some(([id, seats]) => {
    const { taken, size } = quotas.get(id)!
    return fullness(taken, size) !== fullness(taken + seats, size)
  })
}
