import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import type { Gateways } from '../gateway.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { issuePapers } from '../papers/issue-papers.server.ts'
import { RETURNING } from './refund-event.server.ts'
import { refundablePayments, underWay } from './refundable.server.ts'
import { requestRefund } from './request-refund.server.ts'
import { settleEntries } from '../finance/settle-entries.server.ts'
import { addLines, type NewLine } from '#app/registrations/changes/add-lines.server.ts'
import { returnedFor } from '#app/registrations/changes/refund-rules.ts'
import { costOfSeats, ofPresentSeats, takeOff } from '#app/registrations/changes/seat-lines.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const SYSTEM = { kind: 'system' as const }

/**
 * Works on cancelled events whose money finance lets go back: an order a transaction, so that a stop in between loses
 * nothing and nothing goes back twice. By the event's own rule where it has one for that, else all of it. Returns how
 * many orders were settled, and whether there may be more.
 */
export async function returnMarked(
  db: Kysely<Database>,
  gateways: Gateways,
  { now, limit = 100 }: { now: Instant; limit?: number },
): Promise<{ returned: number; isMore: boolean }> {
  const marked = await db
    .selectFrom('financeEntries')
    .select('orderId')
    .distinct()
    .where('kind', '=', 'event-cancelled')
    .where('note', '=', RETURNING)
    .where('resolvedAt', 'is', null)
    .where('orderId', 'is not', null)
    .orderBy('orderId')
    .limit(limit)
    .execute()
  let returned = 0
  for (const { orderId } of marked) {
    const result = await transact(db, (db) => returnOrder(db, gateways, orderId!, now))
    if (result.ok) returned++
  }
  return { returned, isMore: marked.length === limit }
}

async function returnOrder(db: Kysely<Database>, gateways: Gateways, orderId: string, now: Instant): Promise<void> {
  await lockOrder(db, orderId)
  await addLines(db, { orderId, now, lines: await takenOff(db, orderId, now) })
  const { due, currency } = (await balanceOf(db, orderId))!
  const left = (await refundablePayments(db, orderId)).filter((one) => one.currency === currency)
  const most = left.reduce((sum, payment) => sum + payment.left, 0)
  const amountMinor = Math.min(most, Math.max(0, -due - (await underWay(db, orderId))))
  if (amountMinor > 0 && currency !== null) {
    const amount = { amountMinor, currency }
    await requestRefund(db, gateways, { orderId, amount, cause: 'event-cancelled', now, actor: SYSTEM })
  }
  await settleEntries(db, { kinds: ['event-cancelled'], orderId }, { now, actor: SYSTEM })
  await issuePapers(db, { orderId, now, actor: SYSTEM, onlyToCorrect: true })
}

/** What the rule for a cancelled event gives back of each seat that has not been given up before. */
async function takenOff(db: Kysely<Database>, orderId: string, now: Instant): Promise<NewLine[]> {
  const seats = await db
    .selectFrom('registrations')
    .select(['id', 'state', 'replacesId', 'ticketTypeId', 'eventId'])
    .where('orderId', '=', orderId)
    .execute()
  const rules = await db
    .selectFrom('refundRules')
    .selectAll()
    .where('eventId', '=', seats[0]?.eventId ?? '')
    .execute()
  const stored = await db.selectFrom('orderLines').selectAll().where('orderId', '=', orderId).execute()
  const lines = ofPresentSeats(stored, seats)
  const isDone = (id: string) => lines.some((line) => line.registrationId === id && line.kind === 'cancellation')
  return [...costOfSeats(lines)].flatMap(([id, cost]): NewLine[] => {
    const own = lines.filter(({ registrationId }) => registrationId === id)
    const { currency, ticketTypeId, description } = own[0]!
    if (isDone(id)) return []
    const { amount } = returnedFor(rules, { reason: 'event-cancelled', paidForSeat: cost, currency, now })
    const common = { kind: 'cancellation' as const, registrationId: id, ticketTypeId, description, currency }
    return takeOff(own, amount).map((line) => ({ ...line, ...common }))
  })
}
