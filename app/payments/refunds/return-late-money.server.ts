import type { Kysely } from 'kysely'
import type { Gateways } from '../gateway.ts'
import { lateMoney } from './late-money.server.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { issuePapers } from '../papers/issue-papers.server.ts'
import { requestRefund } from './request-refund.server.ts'
import { settleEntries } from '../finance/settle-entries.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { addLines, type NewLine } from '#app/registrations/changes/add-lines.server.ts'
import { takeOff } from '#app/registrations/changes/seat-lines.ts'
import type { Instant } from '#app/values/moment.ts'
import { formatMoney } from '#app/values/money.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type LateRefusal = 'not-late' | 'amount-changed' | 'refund-too-much'

/**
 * Whoever paid too late for a seat takes the money back, all of it: it is theirs, so nobody has to agree. The lost
 * seats are taken off the order, and what waited for finance is settled.
 */
export async function returnLateMoney(
  db: Kysely<Database>,
  gateways: Gateways,
  { orderId, shown, now, actor }: { orderId: string; shown: number; now: Instant; actor: Actor },
): Promise<Result<{ attemptIds: string[] }, LateRefusal | 'busy'>> {
  return await transact<{ attemptIds: string[] }, LateRefusal>(db, async (db) => {
    await lockOrder(db, orderId)
    const late = await lateMoney(db, gateways, { orderId })
    if (!late) throw new Refused<LateRefusal>({ code: 'not-late' })
    const { currency, plan } = late
    if (plan.returned !== shown) {
      const amount = formatMoney({ amountMinor: plan.returned, currency }, await languageOf(db, orderId))
      throw new Refused<LateRefusal>({ code: 'amount-changed', details: { amount } })
    }
    const lines = await db.selectFrom('orderLines').selectAll().where('orderId', '=', orderId).execute()
    const off = late.seats.flatMap((seat): NewLine[] => {
      const own = lines.filter(({ registrationId }) => registrationId === seat.id)
      const common = {
        kind: 'cancellation' as const,
        registrationId: seat.id,
        ticketTypeId: seat.ticketTypeId,
        description: seat.name,
        currency,
      }
      return takeOff(own, seat.cost).map((line) => ({ ...line, ...common }))
    })
    await addLines(db, { orderId, now, lines: off })
    const amount = { amountMinor: plan.returned, currency }
    const asked = await requestRefund(db, gateways, { orderId, amount, cause: 'late-money', now, actor })
    await settleEntries(db, { kinds: ['late-money'], orderId }, { now, actor })
    await issuePapers(db, { orderId, now, actor, onlyToCorrect: true })
    return asked.ok ? asked.value : { attemptIds: [] }
  })
}

async function languageOf(db: Kysely<Database>, orderId: string): Promise<string> {
  const order = await db.selectFrom('orders').select('language').where('id', '=', orderId).executeTakeFirstOrThrow()
  return order.language
}
