import type { Kysely } from 'kysely'
import { addFinanceEntry } from './finance/add-finance-entry.server.ts'
import { type Balance, balanceOf } from './balance.server.ts'
import { moneyWithin } from './finance/finance-queries.server.ts'
import { lockOrder } from './attempts/lock-attempt.server.ts'
import { endPartPayment } from './part-payment.server.ts'
import { tellPayer } from './tell-payer.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Reach } from '#app/people/rights.ts'
import { addLines } from '#app/registrations/changes/add-lines.server.ts'
import { confirmSeats } from '#app/registrations/seats/confirm-seats.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { portionOf } from '#app/values/portion.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type ChargesRefusal = 'order-unknown' | 'nothing-due' | 'charges-nothing-came' | 'charges-too-much'

/** The largest difference that is taken as charges without the statement saying so: a tenth, in hundredths of a percent. */
const LARGEST_PART = 1000

/** How much of what is due may be taken as charges that banks kept: what statements say, or a tenth of the whole. */
export function chargesLimit(balance: Pick<Balance, 'lines'>, statedMinor: number): number {
  return Math.max(statedMinor, portionOf(Math.max(0, balance.lines), LARGEST_PART, 10_000))
}

/** What statements say that banks kept of the money that came for an order. */
export async function statedCharges(db: Kysely<Database>, orderId: string): Promise<number> {
  const lines = await db
    .selectFrom('statementMatches')
    .innerJoin('statementLines', 'statementLines.id', 'statementMatches.lineId')
    .select(['statementLines.id', 'statementLines.chargesMinor'])
    .where('statementMatches.orderId', '=', orderId)
    .distinct()
    .execute()
  return lines.reduce((sum, { chargesMinor }) => sum + chargesMinor, 0)
}

/**
 * What is missing of a transfer is taken as charges that banks kept: a line of its own lowers the order to what came,
 * with a reason in the record. Refused above `chargesLimit`, and where no money came. What was waited for is done then.
 */
export async function takeAsCharges(
  db: Kysely<Database>,
  input: { orderId: string; reason: string; reach: Reach; accountId: string; now: Instant },
): Promise<Result<void, ChargesRefusal | 'busy'>> {
  const { orderId, reason, reach, accountId, now } = input
  return await transact<void, ChargesRefusal>(db, async (db) => {
    const order = await moneyWithin(db, reach)
      .select(['orders.id', 'orders.eventId', 'orders.language'])
      .where('orders.id', '=', orderId)
      .executeTakeFirst()
    if (!order) throw new Refused<ChargesRefusal>({ code: 'order-unknown' })
    await lockOrder(db, orderId)
    const balance = (await balanceOf(db, orderId))!
    const { due, currency } = balance
    if (due <= 0 || currency === null) throw new Refused<ChargesRefusal>({ code: 'nothing-due' })
    if (balance.paid - balance.refunded <= 0) throw new Refused<ChargesRefusal>({ code: 'charges-nothing-came' })
    if (due > chargesLimit(balance, await statedCharges(db, orderId)))
      throw new Refused<ChargesRefusal>({ code: 'charges-too-much' })
    const description = translator(languageOf(order.language))('finance.chargesLine')
    await addLines(db, {
      orderId,
      now,
      lines: [{ kind: 'adjustment', description, amountMinor: -due, currency }],
    })
    const actor = { kind: 'account' as const, id: accountId }
    await recordAudit(db, now, [
      {
        actor,
        action: 'order.charges-taken',
        objectKind: 'order',
        objectId: orderId,
        eventId: order.eventId,
        after: {
          amountMinor: -due,
          currency,
        },
      },
    ])
    await db
      .updateTable('financeEntries')
      .set({ note: reason })
      .where('orderId', '=', orderId)
      .where('kind', '=', 'part-paid')
      .where('resolvedAt', 'is', null)
      .execute()
    await endPartPayment(db, orderId, now)
    const { missing } = await confirmSeats(db, { orderId, now, actor })
    if (missing.length > 0) await noteLate(db, { orderId, eventId: order.eventId, balance, now })
  })
}

/** The seats went while the rest was waited for: as with any other money that comes too late. */
async function noteLate(
  db: Kysely<Database>,
  { orderId, eventId, balance, now }: { orderId: string; eventId: string; balance: Balance; now: Instant },
): Promise<void> {
  const latest = await db
    .selectFrom('payments')
    .select('id')
    .where('orderId', '=', orderId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await addFinanceEntry(db, { kind: 'late-money', subject: latest.id, orderId, paymentId: latest.id, eventId, now })
  const props = { amountMinor: balance.paid - balance.refunded, currency: balance.currency! }
  await tellPayer(db, { orderId, occasion: latest.id, template: 'late-payment', now, props })
}
