import type { Kysely } from 'kysely'
import type { Attempt } from './lock-attempt.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

interface NewAttempt {
  order: { id: string; code: string; eventId: string }
  method: string
  amount: Money
  expiresAt: Instant
  actor?: Actor
  now: Instant
}

/** Writes down one more attempt to pay an order, inside a transaction, with the order locked. */
export async function newAttempt(
  db: Kysely<Database>,
  { order, method, amount, expiresAt, actor = { kind: 'visitor' }, now }: NewAttempt,
): Promise<Attempt> {
  const last = await db
    .selectFrom('paymentAttempts')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('orderId', '=', order.id)
    .executeTakeFirst()
  const row = {
    id: newId(now),
    orderId: order.id,
    number: Number(last?.number ?? 0) + 1,
    method,
    state: 'starting' as const,
    ...amount,
    providerReference: null,
    redirectUrl: null,
    expiresAt,
    checkedAt: now,
    createdAt: now,
    updatedAt: now,
  }
  await db.insertInto('paymentAttempts').values(row).execute()
  await recordAudit(db, now, [
    {
      actor,
      action: 'payment-attempt.starting',
      objectKind: 'payment-attempt',
      objectId: row.id,
      eventId: order.eventId,
      after: { state: 'starting', orderId: order.id, method, number: row.number, ...amount },
    },
  ])
  return { ...row, eventId: order.eventId, orderCode: order.code }
}
