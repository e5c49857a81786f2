import type { Kysely } from 'kysely'
import type { Actor } from '#app/audit/record.server.ts'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { queueReturns } from '#app/payments/refunds/queue-returns.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { emailKey } from '#app/values/text.ts'
import { endWaitingList } from '#app/waiting-list/end-waiting-list.server.ts'
import { lockList } from '#app/waiting-list/lock-list.server.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** So many messages at once stay below both databases’ limits of parameters. */
const AT_ONCE = 200

/**
 * Cancels an event with everything that hangs on it, in one transaction: the event, its active registrations, its
 * waiting list, and a mail to each address on them. Money is not moved: each payment goes into finance's queue, to be returned.
 */
export async function callOffEvent(
  db: Kysely<Database>,
  { eventId, now, actor }: { eventId: string; now: Instant; actor: Actor },
): Promise<Result<{ cancelled: number; told: number }, 'not-published' | 'busy'>> {
  return await transact<{ cancelled: number; told: number }, 'not-published'>(db, async (db) => {
    await cancelEvent(db, { eventId, now, actor })
    await lockList(db, eventId)
    const active = await listActive(db, eventId)
    await cancelRegistrations(db, {
      registrationIds: active.map(({ id }) => id),
      now,
      actor,
      reason: 'event-cancelled',
    })
    await endWaitingList(db, { eventId, why: 'event-cancelled', actor, now })
    const orderIds = [...new Set(active.map(({ orderId }) => orderId))]
    await queueReturns(db, { orderIds, eventId, now, actor })
    const recipients = recipientsOf(active)
    for (let at = 0; at < recipients.length; at += AT_ONCE) {
      const messages = recipients.slice(at, at + AT_ONCE).map(({ orderId, email, fullName, language }) => ({
        template: 'event-cancelled' as const,
        subjectId: orderId,
        recipient: { email, name: fullName },
        language,
        eventId,
      }))
      await enqueueMessages(db, messages, now)
    }
    return { cancelled: active.length, told: recipients.length }
  })
}

/** How many registrations would end, and how many people would be told. */
export async function countCallOff(db: Kysely<Database>, eventId: string) {
  const active = await listActive(db, eventId)
  return { registrations: active.length, told: recipientsOf(active).length }
}

interface Active {
  id: string
  orderId: string
  email: string | null
  fullName: string
  language: string
}

async function listActive(db: Kysely<Database>, eventId: string): Promise<Active[]> {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['registrations.id', 'registrations.orderId', 'people.email', 'people.fullName', 'orders.language'])
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .orderBy('registrations.createdAt')
    .orderBy('registrations.id')
    .execute()
}

/** One mail to an address, however many registrations it has. */
function recipientsOf(active: Active[]) {
  const known = new Map<string, Active & { email: string }>()
  for (const { email, ...one } of active) {
    if (email !== null && !known.has(emailKey(email))) known.set(emailKey(email), { ...one, email })
  }
  return [...known.values()]
}
