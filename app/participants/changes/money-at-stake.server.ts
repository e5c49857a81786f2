import type { Kysely } from 'kysely'
import { REFUND_UNDER_WAY } from '#app/payments/refunds/refund-states.ts'
import type { Database } from '#db/schema.ts'

/** What was paid by one method in one currency for seats that stand, less what went back or is on its way, minor units. */
export interface AtStake {
  currency: string
  method: string
  amountMinor: number
  payments: number
}

/** The money of an event’s present orders, as it would go into finance’s queue; in three queries. */
export async function moneyAtStake(db: Kysely<Database>, eventId: string): Promise<AtStake[]> {
  const standing = db
    .selectFrom('registrations')
    .select('registrations.orderId')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
  const taken = db.selectFrom('payments as other').select('other.reversesId').where('other.reversesId', 'is not', null)
  const kept = db
    .selectFrom('payments')
    .where('payments.orderId', 'in', standing)
    .where('payments.reversesId', 'is', null)
    .where('payments.id', 'not in', taken)
  const paid = await kept
    .select(['payments.currency', 'payments.method'])
    .select((row) => row.fn.sum<number | string>('payments.amountMinor').as('sum'))
    .select((row) => row.fn.countAll<number | string>().as('payments'))
    .groupBy(['payments.currency', 'payments.method'])
    .orderBy('payments.currency')
    .orderBy('payments.method')
    .execute()
  const returned = await kept
    .innerJoin('refunds', 'refunds.paymentId', 'payments.id')
    .select(['payments.currency', 'payments.method'])
    .select((row) => row.fn.sum<number | string>('refunds.amountMinor').as('sum'))
    .groupBy(['payments.currency', 'payments.method'])
    .execute()
  const underWay = await kept
    .innerJoin('refundAttempts', 'refundAttempts.paymentId', 'payments.id')
    .select(['payments.currency', 'payments.method'])
    .select((row) => row.fn.sum<number | string>('refundAttempts.amountMinor').as('sum'))
    .where('refundAttempts.state', 'in', REFUND_UNDER_WAY)
    .groupBy(['payments.currency', 'payments.method'])
    .execute()
  const gone = [...returned, ...underWay]
  return paid
    .map(({ currency, method, sum, payments }) => ({
      currency,
      method,
      payments: Number(payments),
      amountMinor: gone
        .filter((one) => one.currency === currency && one.method === method)
        .reduce((rest, one) => rest - Number(one.sum), Number(sum)),
    }))
    .filter(({ amountMinor }) => amountMinor > 0)
}
