import type { Kysely } from 'kysely'
import { lockList } from './lock-list.server.ts'
import { moveEntry } from './move-entry.server.ts'
import { tellWaiting } from './tell-waiting.server.ts'
import { waitForFull } from './wait-for.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { lockOrder } from '#app/registrations/lock-order.server.ts'
import { registrationsWithQuotas, type SeatedRegistration } from '#app/registrations/seats/registration-rows.server.ts'
import { sumDemand } from '#app/registrations/seats/seat-demand.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { hashOf } from '#app/values/secret.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface OfOrder {
  orderId: string
  now: Instant
  actor?: Actor
}

export interface FirstInQueue {
  entryId: string
  code: string
  keyVersion: number
}

/**
 * Puts an order whose money came too late before everybody else: as soon as seats come free they are its own, without
 * an offer. Asking twice is asking once. Works whether the event has opened its list or not.
 * Refused: `not-late` when no seat is missing or the money is not all here, `event-closed`, `busy`.
 */
export async function queueFirst(
  db: Kysely<Database>,
  { orderId, now, actor = { kind: 'visitor' } }: OfOrder,
): Promise<Result<FirstInQueue, 'not-late' | 'event-closed' | 'busy'>> {
  return await transact<FirstInQueue, 'not-late' | 'event-closed'>(db, async (db) => {
    await lockOrder(db, orderId)
    const order = await orderOf(db, orderId)
    await lockList(db, order.eventId)
    const known = await activeOf(db, orderId)
    if (known) return known
    if (order.status !== 'published' || order.startsAt <= now) throw new Refused({ code: 'event-closed' })
    const missing = (await registrationsWithQuotas(db, { orderId })).filter(({ state }) => state === 'lapsed')
    const balance = await balanceOf(db, orderId)
    if (missing.length === 0 || !balance || balance.due > 0 || balance.paid <= balance.refunded)
      throw new Refused({ code: 'not-late' })
    const entry = await insert(db, order, missing, now)
    await recordAudit(db, now, [
      {
        actor,
        action: 'waiting-list-entry.waiting',
        objectKind: 'waiting-list-entry',
        objectId: entry.entryId,
        eventId: order.eventId,
        after: { orderId, partySize: missing.length },
      },
    ])
    await tellWaiting(db, { template: 'waiting-list-joined', entryId: entry.entryId, props: { place: 1 }, now })
    await bumpContentVersion(db)
    return entry
  })
}

/** The person asks for the money back instead: the place in the queue is over. Nothing to leave is as good. */
export async function leaveFor(
  db: Kysely<Database>,
  { orderId, now, actor = { kind: 'visitor' } }: OfOrder,
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    await lockOrder(db, orderId)
    const order = await orderOf(db, orderId)
    await lockList(db, order.eventId)
    const known = await activeOf(db, orderId)
    if (!known) return
    await moveEntry(db, { entryId: known.entryId, from: 'waiting', to: 'withdrawn', actor, now, why: 'money' })
    await bumpContentVersion(db)
  })
}

async function activeOf(db: Kysely<Database>, orderId: string): Promise<FirstInQueue | undefined> {
  return await db
    .selectFrom('waitingListEntries')
    .select(['id as entryId', 'code', 'keyVersion'])
    .where('orderId', '=', orderId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
}

async function orderOf(db: Kysely<Database>, orderId: string) {
  return await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .select(['orders.id', 'orders.eventId', 'orders.personId', 'orders.language', 'events.status', 'events.startsAt'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
}

async function insert(
  db: Kysely<Database>,
  order: Awaited<ReturnType<typeof orderOf>>,
  missing: SeatedRegistration[],
  now: Instant,
): Promise<FirstInQueue> {
  const entry = { entryId: newId(now), code: newCode('W'), keyVersion: 1 }
  await db
    .insertInto('waitingListEntries')
    .values({
      id: entry.entryId,
      code: entry.code,
      keyVersion: entry.keyVersion,
      eventId: order.eventId,
      formKey: `order:${entry.entryId}`,
      personId: order.personId,
      activeKey: hashOf(`order|${order.id}`),
      language: order.language,
      partySize: missing.length,
      isAllOrNothing: 0,
      priority: 0,
      orderId: order.id,
      wantedUntilAt: null,
      state: 'waiting',
      joinedAt: now,
      endedAt: null,
      updatedAt: now,
    })
    .execute()
  const types = [...new Set(missing.map(({ ticketTypeId }) => ticketTypeId))]
  await db
    .insertInto('waitingListPreferences')
    .values(types.map((ticketTypeId, position) => ({ entryId: entry.entryId, position, ticketTypeId })))
    .execute()
  await waitForFull(db, entry.entryId, sumDemand(missing))
  return entry
}
