import type { Kysely } from 'kysely'
import { applyRefund } from './apply-refund.server.ts'
import { CHECK_SECONDS } from '../attempts/attempt-times.ts'
import type { Gateways, ProviderRefund, RefundPort } from '../gateway.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import {
  askFinance,
  findRefundAttempt,
  moveRefund,
  noteRefundChecked,
  type RefundAttempt,
} from './refund-attempts.server.ts'
import { refundKey } from './refund-states.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** After so many answers in a row that said nothing, the provider is given a rest. */
const PATIENCE = 3

/**
 * Asks providers to send money back: what was asked for since, and what they did not answer for, oldest first. The key
 * of an attempt never changes, so asking twice sends once. Returns how many were asked for.
 */
export async function sendRefunds(
  db: Kysely<Database>,
  gateways: Gateways,
  { now, limit = 50 }: { now: Instant; limit?: number },
): Promise<{ sent: number; unknown: number }> {
  const waiting = await db
    .selectFrom('refundAttempts')
    .select('id')
    .where('way', '=', 'provider')
    .where((eb) =>
      eb.or([
        eb('state', '=', 'starting'),
        eb.and([eb('state', '=', 'unknown'), eb('checkedAt', '<=', addSeconds(now, -CHECK_SECONDS))]),
      ]),
    )
    .orderBy('checkedAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  const counts = { sent: 0, unknown: 0 }
  let silent = 0
  for (const { id } of waiting) {
    const isAnswered = await sendRefund(db, gateways, { attemptId: id, now })
    counts[isAnswered ? 'sent' : 'unknown']++
    silent = isAnswered ? 0 : silent + 1
    if (silent === PATIENCE) break
  }
  return counts
}

/** Asks the provider for one refund, outside any transaction. False when it did not say what became of it. */
export async function sendRefund(
  db: Kysely<Database>,
  gateways: Gateways,
  { attemptId, now }: { attemptId: string; now: Instant },
): Promise<boolean> {
  const attempt = await findRefundAttempt(db, attemptId)
  if (!attempt || !isToSend(attempt)) return true
  const port = gateways[attempt.method]?.refunds
  const answer = port ? await ask(port, attempt) : ({ state: 'refused', reason: 'no-provider' } as const)
  const kept = await transact(db, async (db) => {
    await lockOrder(db, attempt.orderId)
    const current = (await findRefundAttempt(db, attemptId))!
    if (!isToSend(current)) return
    if (answer.state === 'unknown') {
      if (current.state === 'starting') await moveRefund(db, current, 'unknown', { now })
      else await noteRefundChecked(db, attemptId, now)
    } else if (answer.state === 'refused') {
      await moveRefund(db, current, 'failed', { now })
      await askFinance(db, 'refund-failed', current, { now, note: answer.reason })
    } else await applyRefund(db, current, answer, now)
  })
  return kept.ok && answer.state !== 'unknown'
}

function isToSend({ state, way }: RefundAttempt): boolean {
  return way === 'provider' && (state === 'starting' || state === 'unknown')
}

/** A key is forgotten after a day: what was not answered for is looked for first. */
async function ask(
  port: RefundPort,
  { id, state, paymentId, number, paymentReference, amountMinor, currency }: RefundAttempt,
): Promise<ProviderRefund | { state: 'refused'; reason: string } | { state: 'unknown' }> {
  const payment = { providerReference: paymentReference }
  try {
    if (state === 'unknown') {
      const made = await port.refundsOf(payment)
      if (made === null) return { state: 'unknown' }
      const known = made.find(({ attemptId }) => attemptId === id)
      if (known) return known
    }
    const amount = { amountMinor, currency }
    return await port.refund(payment, { attemptId: id, amount, idempotencyKey: refundKey(paymentId, number) })
  } catch {
    return { state: 'unknown' }
  }
}
