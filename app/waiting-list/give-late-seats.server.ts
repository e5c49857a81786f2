import type { Kysely } from 'kysely'
import { lockList, lockQuotas } from './lock-list.server.ts'
import { moveEntry } from './move-entry.server.ts'
import { planOffers } from './plan-offers.ts'
import { readQueue } from './read-queue.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { issuePapers } from '#app/payments/papers/issue-papers.server.ts'
import { settleEntries } from '#app/payments/finance/settle-entries.server.ts'
import { confirmSeats } from '#app/registrations/seats/confirm-seats.server.ts'
import { lockOrder } from '#app/registrations/lock-order.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

const SYSTEM = { kind: 'system' } as const

/**
 * Gives who waits with their money here the seats themselves, as many as are free. Nothing is given for money that is
 * on its way back: then the place is over. Returns whether anything changed.
 */
export async function giveLateSeats(
  db: Kysely<Database>,
  { entryId, now }: { entryId: string; now: Instant },
): Promise<boolean> {
  const result = await transact(db, async (db) => {
    const { orderId, eventId } = await db
      .selectFrom('waitingListEntries')
      .select(['orderId', 'eventId'])
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow()
    if (orderId === null) return false
    await lockOrder(db, orderId)
    await lockList(db, eventId)
    const entry = await db
      .selectFrom('waitingListEntries')
      .select(['state', 'partySize'])
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow()
    if (entry.state !== 'waiting') return true
    const end = { entryId, from: 'waiting' as const, actor: SYSTEM, now }
    if (!(await isPaid(db, orderId))) return await moveEntry(db, { ...end, to: 'withdrawn', why: 'money' })
    if (!(await hasRoom(db, eventId, entryId, now))) return false
    const { retaken } = await confirmSeats(db, { orderId, now, actor: SYSTEM, isForQueue: true })
    const partySize = await countLapsed(db, orderId)
    if (partySize === 0) {
      await moveEntry(db, { ...end, to: 'taken' })
      await settleEntries(db, { kinds: ['late-money'], orderId }, { now, actor: SYSTEM })
      await issuePapers(db, { orderId, now, actor: SYSTEM })
    }
    // There is room, and still it cannot have the seat: somebody of it registered anew. Finance has the money listed.
    else if (retaken.length === 0) await moveEntry(db, { ...end, to: 'withdrawn', why: 'money' })
    else await shrink(db, { entryId, eventId, partySize, now })
    await bumpContentVersion(db)
    return true
  })
  return result.ok && result.value
}

/** Paid in full, and nothing of it is being returned. */
async function isPaid(db: Kysely<Database>, orderId: string): Promise<boolean> {
  const returning = await db
    .selectFrom('refundAttempts')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', ['approval', 'starting', 'pending', 'unknown', 'manual'])
    .limit(1)
    .executeTakeFirst()
  const balance = await balanceOf(db, orderId)
  return returning === undefined && balance !== null && balance.due <= 0 && balance.paid > balance.refunded
}

async function hasRoom(db: Kysely<Database>, eventId: string, entryId: string, now: Instant): Promise<boolean> {
  const seen = await readQueue(db, eventId)
  await lockQuotas(db, seen?.entries.find(({ id }) => id === entryId)?.quotaIds ?? [])
  const queue = await readQueue(db, eventId)
  return queue !== null && planOffers(queue, now).offers.some(({ entry }) => entry.id === entryId)
}

async function countLapsed(db: Kysely<Database>, orderId: string): Promise<number> {
  const { count } = await db
    .selectFrom('registrations')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('orderId', '=', orderId)
    .where('state', '=', 'lapsed')
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function shrink(
  db: Kysely<Database>,
  { entryId, eventId, partySize, now }: { entryId: string; eventId: string; partySize: number; now: Instant },
): Promise<void> {
  await db.updateTable('waitingListEntries').set({ partySize, updatedAt: now }).where('id', '=', entryId).execute()
  const after = { partySize }
  await recordAudit(db, now, [
    {
      actor: SYSTEM,
      action: 'waiting-list-entry.changed',
      objectKind: 'waiting-list-entry',
      objectId: entryId,
      eventId,
      after,
    },
  ])
}
