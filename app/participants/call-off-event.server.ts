import type { Kysely } from 'kysely'
import { endOffersOf } from '#app/applications/offers/end-offers-of.server.ts'
import { tellCalledOff } from '#app/applications/offers/tell-called-off.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { eventBefore } from '#app/mail/event-before.ts'
import type { OwnWords } from '#app/mail/own-word.ts'
import { queueReturns } from '#app/payments/refunds/queue-returns.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { storeNews } from '#app/registrations/telling/tell-participants.server.ts'
import { planTelling } from '#app/registrations/telling/told.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { endWaitingList } from '#app/waiting-list/end-waiting-list.server.ts'
import { lockList } from '#app/waiting-list/lock-list.server.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Cancels an event with everything that hangs on it, in one transaction: the event, its active registrations, its
 * waiting list, its open offers, and a mail to each address on them, to whoever ordered and to whoever applied. Money is not moved: each payment goes into
 * finance's queue, to be returned.
 */
export async function callOffEvent(
  db: Kysely<Database>,
  { eventId, words, now, actor }: { eventId: string; words?: OwnWords; now: Instant; actor: Actor },
): Promise<Result<{ cancelled: number; told: number }, 'not-published' | 'busy'>> {
  return await transact<{ cancelled: number; told: number }, 'not-published'>(db, async (db) => {
    const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst()
    await cancelEvent(db, { eventId, now, actor })
    await lockList(db, eventId)
    const active = await listActive(db, eventId)
    const { told } = await planTelling(db, eventId, 'event-cancelled')
    await cancelRegistrations(db, {
      registrationIds: active.map(({ id }) => id),
      now,
      actor,
      reason: 'event-cancelled',
    })
    await endWaitingList(db, { eventId, why: 'event-cancelled', actor, now })
    const ended = await endOffersOf(db, { eventId, actor, now })
    await tellCalledOff(db, { eventId, ended, now })
    const orderIds = [...new Set(active.map(({ orderId }) => orderId))]
    await queueReturns(db, { orderIds, eventId, now, actor })
    const news = { eventId, template: 'event-cancelled' as const, occasion: '', before: eventBefore(event!), now }
    await storeNews(db, told, { ...news, ...(words ? { words } : {}) })
    return { cancelled: active.length, told: told.length }
  })
}

async function listActive(db: Kysely<Database>, eventId: string): Promise<{ id: string; orderId: string }[]> {
  return await db
    .selectFrom('registrations')
    .select(['id', 'orderId'])
    .where('eventId', '=', eventId)
    .where('state', 'in', ['held', 'confirmed'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
