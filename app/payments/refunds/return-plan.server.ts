import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import type { Gateways } from '../gateway.ts'
import { refundablePayments, underWay } from './refundable.server.ts'
import { wayBack } from './request-refund.server.ts'
import type { Money } from '#app/values/money.ts'
import type { Database, RefundAttemptsTable } from '#db/schema.ts'

/** What happens to an order's money when so much is taken off it. */
export interface ReturnPlan {
  /** What goes back, in minor units; less than what is taken off where the order still owed. */
  returned: number
  /** What the order is asked for less. */
  lessDue: number
  /** By which ways it goes back, each with the way it had come. */
  parts: { way: RefundAttemptsTable['way']; method: string; money: Money }[]
}

/**
 * Plans what taking an amount off an order sends back: no more than was paid beyond it and is not on
 * its way yet. What was taken off before counts as `most`.
 */
export async function planReturn(
  db: Kysely<Database>,
  gateways: Gateways,
  { orderId, takenOff, most = takenOff }: { orderId: string; takenOff: number; most?: number },
): Promise<ReturnPlan> {
  const balance = (await balanceOf(db, orderId))!
  const spare = -(balance.due - takenOff) - (await underWay(db, orderId))
  let rest = Math.min(most, Math.max(0, spare))
  const parts: ReturnPlan['parts'] = []
  for (const payment of await refundablePayments(db, orderId)) {
    const amountMinor = payment.currency === balance.currency ? Math.min(payment.left, rest) : 0
    if (amountMinor === 0) continue
    const { method, currency } = payment
    parts.push({ way: wayBack(gateways, payment, 'as-paid'), method, money: { amountMinor, currency } })
    rest -= amountMinor
  }
  const returned = parts.reduce((sum, { money }) => sum + money.amountMinor, 0)
  return { returned, lessDue: most - returned, parts }
}
