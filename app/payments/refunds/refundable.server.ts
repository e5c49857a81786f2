import type { Kysely } from 'kysely'
import { REFUND_UNDER_WAY } from './refund-states.ts'
import type { Database } from '#db/schema.ts'

/** A payment and how much of it can still go back, in minor units of its currency. */
export interface Refundable {
  id: string
  method: string
  providerReference: string
  amountMinor: number
  currency: string
  left: number
  /** It is a refund that came back to us: by that way it cannot go again. */
  isReturned: boolean
}

/** The payments of an order, the latest first, waivers last: a person's money goes back before a fund's. */
export async function refundablePayments(db: Kysely<Database>, orderId: string): Promise<Refundable[]> {
  const payments = await db
    .selectFrom('payments')
    .select(['id', 'method', 'providerReference', 'amountMinor', 'currency'])
    .where('orderId', '=', orderId)
    // What was put to the wrong order and taken from it again is not this order's to give back.
    .where('reversesId', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('payments as other').select('other.id').whereRef('other.reversesId', '=', 'payments.id'),
        ),
      ),
    )
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const attempts = await db
    .selectFrom('refundAttempts')
    .select(['paymentId', 'amountMinor'])
    .where('orderId', '=', orderId)
    .where('state', 'in', REFUND_UNDER_WAY)
    .execute()
  const refunds = await db
    .selectFrom('refunds')
    .select(['paymentId', 'amountMinor', 'providerReference'])
    .where('orderId', '=', orderId)
    .execute()
  const returned = new Set(refunds.map(({ providerReference }) => providerReference))
  return payments
    .map((payment) => {
      const gone = sum([...attempts, ...refunds].filter(({ paymentId }) => paymentId === payment.id))
      return {
        ...payment,
        left: Math.max(0, payment.amountMinor - gone),
        isReturned: returned.has(payment.providerReference),
      }
    })
    .toSorted((one, other) => Number(isFromFund(one)) - Number(isFromFund(other)))
}

/** What is on its way back to the payer of an order already, in minor units. */
export async function underWay(db: Kysely<Database>, orderId: string): Promise<number> {
  const attempts = await db
    .selectFrom('refundAttempts')
    .select('amountMinor')
    .where('orderId', '=', orderId)
    .where('state', 'in', REFUND_UNDER_WAY)
    .execute()
  return sum(attempts)
}

function sum(rows: { amountMinor: number }[]): number {
  return rows.reduce((all, { amountMinor }) => all + amountMinor, 0)
}

/** Money that nobody paid out of their own pocket goes back last. */
function isFromFund({ method }: { method: string }): boolean {
  return method === 'waiver' || method === 'award'
}
