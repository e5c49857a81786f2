import type { Kysely } from 'kysely'
import { type ChangeRules, changeRulesOf } from './changes/change-rules.ts'
import type { RefundRule } from './changes/refund-rules.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What the event of an order lets people change. */
export async function rulesOfOrder(db: Kysely<Database>, orderId: string): Promise<ChangeRules> {
  const row = await db
    .selectFrom('changeRules')
    .innerJoin('orders', 'orders.eventId', 'changeRules.eventId')
    .selectAll('changeRules')
    .where('orders.id', '=', orderId)
    .executeTakeFirst()
  return changeRulesOf(row)
}

/** The rules that still return something to whoever gives up a seat of an order, and end one day; the next first. */
export async function refundEnds(
  db: Kysely<Database>,
  { orderId, now }: { orderId: string; now: Instant },
): Promise<Pick<RefundRule, 'untilAt' | 'percent' | 'feeMinor' | 'feeCurrency'>[]> {
  return await db
    .selectFrom('refundRules')
    .innerJoin('orders', 'orders.eventId', 'refundRules.eventId')
    .select(['refundRules.untilAt', 'refundRules.percent', 'refundRules.feeMinor', 'refundRules.feeCurrency'])
    .where('orders.id', '=', orderId)
    .where('refundRules.reason', '=', 'any')
    .where('refundRules.percent', '>', 0)
    .where('refundRules.untilAt', '>', now)
    .orderBy('refundRules.untilAt')
    .execute()
}
