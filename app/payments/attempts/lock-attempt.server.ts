import type { Kysely, Selectable } from 'kysely'
import type { GatewayAttempt } from '../gateway.ts'
import { lockOrder } from '#app/registrations/lock-order.server.ts'
import type { Database, PaymentAttemptsTable } from '#db/schema.ts'

export { lockOrder }

export type Attempt = Selectable<PaymentAttemptsTable> & { eventId: string; orderCode: string }

/** An attempt with the event it is about; `undefined` when there is none. */
export async function findAttempt(db: Kysely<Database>, attemptId: string): Promise<Attempt | undefined> {
  return await db
    .selectFrom('paymentAttempts')
    .innerJoin('orders', 'orders.id', 'paymentAttempts.orderId')
    .selectAll('paymentAttempts')
    .select(['orders.eventId', 'orders.code as orderCode'])
    .where('paymentAttempts.id', '=', attemptId)
    .executeTakeFirst()
}

/** Locks the attempt's order, then reads the attempt as it is now. */
export async function lockAttempt(db: Kysely<Database>, orderId: string, attemptId: string): Promise<Attempt> {
  await lockOrder(db, orderId)
  return (await findAttempt(db, attemptId))!
}

export function asGatewaySees(attempt: Attempt): GatewayAttempt {
  return {
    id: attempt.id,
    orderCode: attempt.orderCode,
    amount: { amountMinor: attempt.amountMinor, currency: attempt.currency },
    providerReference: attempt.providerReference,
  }
}
