import type { Kysely } from 'kysely'
import { REMIND_DAYS } from './due-times.ts'
import { duePerOrder } from './finance/order-sums.server.ts'
import { tellPayer } from './tell-payer.server.ts'
import { addMinutes, type Instant, wallClock } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const DAY = 24 * 60

/** Ways whose day is not the payer’s to keep: who pays at the desk comes anyway, and a waiver is finance’s. */
const NOT_ASKED = ['card', 'desk', 'waiver']

/**
 * Writes to those whose money is due soon, once three days before and once on the day; whoever ordered a day ago or
 * less is left in peace until the day. At most `limit` a run. Returns how many were written to.
 */
export async function remindPayers(
  db: Kysely<Database>,
  { now, limit = 200 }: { now: Instant; limit?: number },
): Promise<{ reminded: number }> {
  let reminded = 0
  for (const occasion of ['before', 'on-the-day'] as const) {
    const due = await dueOrders(db, occasion, now, limit)
    for (const { id, dueAt, zone } of due) {
      const isDay = wallClock(now, zone).day >= wallClock(dueAt!, zone).day
      if (isDay !== (occasion === 'on-the-day')) continue
      const told = await transact(db, (db) =>
        tellPayer(db, { orderId: id, occasion: `${occasion} ${dueAt}`, template: 'payment-reminder', now }),
      )
      if (told.ok) reminded++
    }
  }
  return { reminded }
}

/** Orders with seats whose day is near and who have not been written to on that occasion. */
async function dueOrders(db: Kysely<Database>, occasion: 'before' | 'on-the-day', now: Instant, limit: number) {
  const days = occasion === 'before' ? REMIND_DAYS : 1
  return await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .select(['orders.id', 'orders.dueAt', 'events.zone'])
    .where('orders.dueAt', '>', addMinutes(now, -DAY))
    .where('orders.dueAt', '<=', addMinutes(now, days * DAY))
    .where('orders.paymentMethod', 'not in', NOT_ASKED)
    .where('events.status', '<>', 'cancelled')
    .where('orders.placedAt', '<=', occasion === 'before' ? addMinutes(now, -DAY) : now)
    // In the query, so that those who have paid do not fill the run.
    .where(duePerOrder, '>', 0)
    .where((eb) =>
      eb.and([
        eb.exists(
          eb
            .selectFrom('registrations')
            .select('registrations.id')
            .whereRef('registrations.orderId', '=', 'orders.id')
            .where('registrations.state', 'in', ['held', 'confirmed']),
        ),
        eb.not(
          eb.exists(
            eb
              .selectFrom('messages')
              .select('messages.id')
              .whereRef('messages.subjectId', '=', 'orders.id')
              .where('messages.template', '=', 'payment-reminder')
              .where('messages.occasion', 'like', `${occasion} %`),
          ),
        ),
      ]),
    )
    .orderBy('orders.dueAt')
    .orderBy('orders.id')
    .limit(limit)
    .execute()
}
