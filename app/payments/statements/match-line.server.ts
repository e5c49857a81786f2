import type { Kysely } from 'kysely'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import { bookShares } from './book-shares.server.ts'
import { lineWithin, stateOfMatched } from './line-within.server.ts'
import { payableOrders } from './payable-orders.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { type Instant, instantOf } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type MatchRefusal =
  | 'line-unknown'
  | 'line-closed'
  | 'line-too-much'
  | 'order-unknown'
  | 'order-twice'
  | 'order-other-currency'
  | 'order-other-account'

export interface MatchLine {
  lineId: string
  /** Whose order gets which part, in minor units; `field` is the form field that named it. */
  shares: { code: string; amountMinor: number; field: string }[]
  reach: Reach
  accountId: string
  now: Instant
}

/** A person says which orders the money of a line is for. It counts at once, like any other payment. */
export async function matchLine(
  db: Kysely<Database>,
  { lineId, shares, reach, accountId, now }: MatchLine,
): Promise<Result<void, MatchRefusal | 'busy'>> {
  return await transact<void, MatchRefusal>(db, async (db) => {
    const codes = shares.map(({ code }) => code)
    const orders = await payableOrders(db, codes, { isLocked: true })
    const within = await moneyWithin(db, reach)
      .select('orders.code')
      .where('orders.code', 'in', ['', ...codes])
      .execute()
    const line = await lineWithin(db, { lineId, reach })
    if (line.amountMinor <= 0 || !['unmatched', 'part-matched'].includes(line.state))
      throw new Refused<MatchRefusal>({ code: 'line-closed' })
    const chosen = shares.map(({ code, amountMinor, field }, at) => {
      const order = orders.get(code)
      if (!order || !within.some((one) => one.code === code))
        throw new Refused<MatchRefusal>({ code: 'order-unknown', field })
      if (codes.indexOf(code) !== at) throw new Refused<MatchRefusal>({ code: 'order-twice', field })
      if (order.currency !== line.currency) throw new Refused<MatchRefusal>({ code: 'order-other-currency', field })
      if (order.issuerId !== line.issuerId) throw new Refused<MatchRefusal>({ code: 'order-other-account', field })
      return { order, amountMinor }
    })
    const matchedMinor = line.matchedMinor + chosen.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    if (matchedMinor > line.amountMinor) throw new Refused<MatchRefusal>({ code: 'line-too-much' })
    await bookShares(db, {
      lines: [
        {
          id: lineId,
          currency: line.currency,
          receivedAt: instantOf(line.bookedOn, '12:00', line.zone),
          matchCount: line.matchCount,
          shares: chosen.map(({ order, amountMinor }) => ({ orderId: order.id, amountMinor })),
        },
      ],
      orders: [...orders.values()],
      now,
      actor: { kind: 'account', id: accountId },
    })
    await db
      .updateTable('statementLines')
      .set({ state: stateOfMatched(line, matchedMinor), updatedAt: now })
      .where('id', '=', lineId)
      .execute()
  })
}
