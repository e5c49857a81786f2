import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

export interface RefundNow {
  /** From 0 to 1. */
  share: number
  /** Kept for each seat. */
  fee: Money | null
  untilAt: Instant | null
}

/** What comes back of a seat that its person cancels now, by the first rule in force; null when nothing does. */
export async function refundNow(db: Kysely<Database>, eventId: string, now: Instant): Promise<RefundNow | null> {
  const rule = await db
    .selectFrom('refundRules')
    .select(['percent', 'feeMinor', 'feeCurrency', 'untilAt'])
    .where('eventId', '=', eventId)
    .where('reason', '=', 'any')
    .where((row) => row.or([row('untilAt', 'is', null), row('untilAt', '>', now)]))
    .orderBy('position')
    .executeTakeFirst()
  if (!rule || rule.percent === 0) return null
  const { percent, feeMinor, feeCurrency, untilAt } = rule
  const fee = feeMinor > 0 && feeCurrency !== null ? { amountMinor: feeMinor, currency: feeCurrency } : null
  return { share: percent / 10_000, fee, untilAt }
}
