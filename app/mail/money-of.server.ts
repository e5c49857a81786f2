import type { Kysely } from 'kysely'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface MailMoney {
  total: Money | null
  paid: Money | null
  paidAt: Instant | null
  paymentMethod: string | null
  due: Money | null
  payments: { attemptId: string | null; money: Money }[]
}

/** What an order costs, what came and what is due, in three queries; null instead of nothing. */
export async function moneyOf(db: Kysely<Database>, orderId: string, currency: string | null): Promise<MailMoney> {
  const lines = await db
    .selectFrom('orderLines')
    .select(['amountMinor', 'currency'])
    .where('orderId', '=', orderId)
    .execute()
  const payments = await db
    .selectFrom('payments')
    .select(['attemptId', 'method', 'amountMinor', 'currency', 'receivedAt'])
    .where('orderId', '=', orderId)
    .orderBy('receivedAt')
    .execute()
  const refunds = await db
    .selectFrom('refunds')
    .select(['amountMinor', 'currency'])
    .where('orderId', '=', orderId)
    .execute()
  const sum = (rows: { amountMinor: number; currency: string }[]) =>
    rows.reduce((all, row) => (row.currency === currency ? all + row.amountMinor : all), 0)
  const money = (amountMinor: number): Money | null =>
    currency !== null && amountMinor > 0 ? { amountMinor, currency } : null
  const [charged, paid] = [sum(lines), sum(payments) - sum(refunds)]
  const last = payments.at(-1)
  return {
    total: money(charged),
    paid: money(paid),
    paidAt: last?.receivedAt ?? null,
    paymentMethod: last?.method ?? null,
    due: money(charged - paid),
    payments: payments.map((payment) => ({
      attemptId: payment.attemptId,
      money: { amountMinor: payment.amountMinor, currency: payment.currency },
    })),
  }
}
