import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The money of an order, in minor units of its currency. `due` = lines − payments + refunds; paid is `due ≤ 0`. */
export interface Balance {
  orderId: string
  currency: string | null
  lines: number
  paid: number
  refunded: number
  due: number
}

/** The balance of each order that exists, by its id, in a fixed number of queries. Money in a foreign currency does not count. */
export async function balancesOf(db: Kysely<Database>, orderIds: string[]): Promise<Map<string, Balance>> {
  if (orderIds.length === 0) return new Map()
  const orders = await db.selectFrom('orders').select(['id', 'currency']).where('id', 'in', orderIds).execute()
  const [lines, payments, refunds] = [
    await sums(db, 'orderLines', orderIds),
    await sums(db, 'payments', orderIds),
    await sums(db, 'refunds', orderIds),
  ]
  return new Map(
    orders.map(({ id, currency }) => {
      const of = (rows: Sum[]) => rows.find((row) => row.orderId === id && row.currency === currency)?.amount ?? 0
      const [charged, paid, refunded] = [of(lines), of(payments), of(refunds)]
      return [id, { orderId: id, currency, lines: charged, paid, refunded, due: charged - paid + refunded }]
    }),
  )
}

export async function balanceOf(db: Kysely<Database>, orderId: string): Promise<Balance | null> {
  return (await balancesOf(db, [orderId])).get(orderId) ?? null
}

interface Sum {
  orderId: string
  currency: string
  amount: number
}

async function sums(
  db: Kysely<Database>,
  table: 'orderLines' | 'payments' | 'refunds',
  orderIds: string[],
): Promise<Sum[]> {
  const rows = await db
    .selectFrom(table)
    .select((eb) => ['orderId', 'currency', eb.fn.sum<number | string>('amountMinor').as('amount')])
    .where('orderId', 'in', orderIds)
    .groupBy(['orderId', 'currency'])
    .execute()
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }))
}
