import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { addFinanceEntry } from '../finance/add-finance-entry.server.ts'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { REFUND_UNDER_WAY } from '../refunds/refund-states.ts'
import { settleEntries } from '../finance/settle-entries.server.ts'
import { lineWithin, stateOfMatched } from './line-within.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type UndoRefusal = 'line-unknown' | 'match-unknown' | 'match-undone' | 'match-refunded'

/**
 * Money that was put to the wrong order is taken from it: a second payment below zero undoes the first, both stay to be
 * read, and the line waits for its order again. No seat is taken away: an order that owes again is finance's to see.
 */
export async function undoMatch(
  db: Kysely<Database>,
  input: { lineId: string; paymentId: string; reach: Reach; accountId: string; now: Instant },
): Promise<Result<void, UndoRefusal | 'busy'>> {
  const { lineId, paymentId, reach, accountId, now } = input
  return await transact<void, UndoRefusal>(db, async (db) => {
    const match = await moneyWithin(db, reach)
      .innerJoin('payments', 'payments.orderId', 'orders.id')
      .innerJoin('statementMatches', 'statementMatches.paymentId', 'payments.id')
      .selectAll('payments')
      .select(['orders.eventId', 'orders.confirmsOn'])
      .where('statementMatches.lineId', '=', lineId)
      .where('statementMatches.paymentId', '=', paymentId)
      .where('payments.reversesId', 'is', null)
      .executeTakeFirst()
    if (!match) throw new Refused<UndoRefusal>({ code: 'match-unknown' })
    const { orderId, eventId, amountMinor, currency } = match
    await lockOrder(db, orderId)
    const line = await lineWithin(db, { lineId, reach })
    await refuseIfMoved(db, paymentId)
    const id = newId(now)
    const reversal = {
      id,
      orderId,
      attemptId: null,
      method: match.method,
      amountMinor: -amountMinor,
      currency,
      providerReference: `${lineId}:${line.matchCount + 1}`,
      reversesId: paymentId,
      receivedAt: match.receivedAt,
      createdAt: now,
    }
    await db.insertInto('payments').values(reversal).execute()
    await db
      .insertInto('statementMatches')
      .values({ lineId, paymentId: id, orderId, amountMinor: -amountMinor, matchedBy: accountId, createdAt: now })
      .execute()
    const state = stateOfMatched(line, line.matchedMinor - amountMinor)
    await db.updateTable('statementLines').set({ state, updatedAt: now }).where('id', '=', lineId).execute()
    const actor = { kind: 'account' as const, id: accountId }
    await recordAudit(db, now, [
      {
        actor,
        action: 'payment.reversed',
        objectKind: 'payment',
        objectId: id,
        eventId,
        after: {
          orderId,
          reverses: paymentId,
          amountMinor: -amountMinor,
          currency,
        },
      },
      {
        actor,
        action: 'statement-line.unmatched',
        objectKind: 'statement-line',
        objectId: lineId,
        eventId,
        before: { state: line.state },
        after: {
          state,
          paymentId,
          orderId,
        },
      },
    ])
    const kinds = ['part-paid', 'overpaid', 'late-money', 'amount-differs'] as const
    await settleEntries(db, { kinds: [...kinds], paymentId }, { now, actor })
    await noteOwing(db, { orderId, eventId, paymentId: id, now })
  })
}

/** What went back cannot be taken back a second time. */
async function refuseIfMoved(db: Kysely<Database>, paymentId: string): Promise<void> {
  const reversal = await db.selectFrom('payments').select('id').where('reversesId', '=', paymentId).executeTakeFirst()
  if (reversal) throw new Refused<UndoRefusal>({ code: 'match-undone' })
  const refund = await db.selectFrom('refunds').select('id').where('paymentId', '=', paymentId).executeTakeFirst()
  const attempt = await db
    .selectFrom('refundAttempts')
    .select('id')
    .where('paymentId', '=', paymentId)
    .where('state', 'in', REFUND_UNDER_WAY)
    .executeTakeFirst()
  if (refund || attempt) throw new Refused<UndoRefusal>({ code: 'match-refunded' })
}

/** Seats that this money confirmed stay, by a person's decision, while the order owes again. */
async function noteOwing(
  db: Kysely<Database>,
  { orderId, eventId, paymentId, now }: { orderId: string; eventId: string; paymentId: string; now: Instant },
): Promise<void> {
  const confirmed = await db
    .selectFrom('registrations')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', '=', 'confirmed')
    .limit(1)
    .executeTakeFirst()
  const due = (await balanceOf(db, orderId))?.due ?? 0
  if (!confirmed || due <= 0) return
  await db.updateTable('orders').set({ confirmsOn: 'placing', updatedAt: now }).where('id', '=', orderId).execute()
  await addFinanceEntry(db, { kind: 'part-paid', subject: paymentId, orderId, paymentId, eventId, now })
}
