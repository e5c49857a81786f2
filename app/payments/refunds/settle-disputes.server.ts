import type { Kysely, Selectable } from 'kysely'
import { addFinanceEntry } from '../finance/add-finance-entry.server.ts'
import { bookReturned } from './book-returned.server.ts'
import type { Gateways, ProviderDispute } from '../gateway.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { settleEntries } from '../finance/settle-entries.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, DisputesTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const PROVIDER = { kind: 'provider' as const }

/** The payment whose charge is contested. */
interface Payment {
  id: string
  orderId: string
  eventId: string
  method: string
  providerReference: string
  amountMinor: number
  currency: string
}

/**
 * What a payer's bank contests is noted, and finance is told; no seat is touched. Won: the flag goes off. Lost: the
 * money is gone, which is a refund of the reason `chargeback`, and a person decides about the seat. Asks the provider,
 * whatever brought the news, and has each change once.
 */
export async function settleDisputes(
  db: Kysely<Database>,
  gateways: Gateways,
  { paymentId, now }: { paymentId: string; now: Instant },
): Promise<'settled' | 'unchanged' | 'unknown'> {
  const payment = await db
    .selectFrom('payments')
    .innerJoin('orders', 'orders.id', 'payments.orderId')
    .select(['payments.id', 'payments.orderId', 'orders.eventId', 'payments.method', 'payments.providerReference'])
    .select(['payments.amountMinor', 'payments.currency'])
    .where('payments.id', '=', paymentId)
    .executeTakeFirst()
  const port = payment && gateways[payment.method]?.refunds
  if (!payment || !port) return 'unchanged'
  const disputes = await port.disputesOf(payment).catch(() => null)
  if (disputes === null) return 'unknown'
  const settled = await transact(db, async (db) => {
    await lockOrder(db, payment.orderId)
    let isChanged = false
    for (const dispute of disputes) isChanged = (await apply(db, payment, dispute, now)) || isChanged
    return isChanged
  })
  return settled.ok ? (settled.value ? 'settled' : 'unchanged') : 'unknown'
}

async function apply(db: Kysely<Database>, payment: Payment, dispute: ProviderDispute, now: Instant): Promise<boolean> {
  const known = await db
    .selectFrom('disputes')
    .selectAll()
    .where('providerReference', '=', dispute.providerReference)
    .executeTakeFirst()
  const row = known ?? (await open(db, payment, dispute, now))
  // News that were asked for before others arrived: what is over does not open again.
  if (row.state === dispute.state || (row.state !== 'open' && dispute.state === 'open')) return known === undefined
  const { id, orderId, amountMinor, currency } = row
  await db
    .updateTable('disputes')
    .set({ state: dispute.state, closedAt: now, updatedAt: now })
    .where('id', '=', id)
    .execute()
  await audit(db, payment, row, row.state, dispute.state, now)
  const change = { now, actor: PROVIDER }
  await settleEntries(db, { kinds: ['dispute'], subject: id }, change)
  if (dispute.state === 'lost') {
    await chargeBack(db, payment, row, now)
    const note = `${amountMinor} ${currency}`
    await addFinanceEntry(db, {
      kind: 'chargeback',
      subject: id,
      orderId,
      paymentId: payment.id,
      eventId: payment.eventId,
      note,
      now,
    })
  } else if (row.state === 'lost') {
    const back = await chargedBack(db, row)
    if (back > 0) await bookReturned(db, { ...payment, reference: row.providerReference, amountMinor: back, now })
    await settleEntries(db, { kinds: ['chargeback'], subject: id }, change)
  }
  return true
}

async function open(
  db: Kysely<Database>,
  payment: Payment,
  { providerReference, amount, reason, openedAt }: ProviderDispute,
  now: Instant,
): Promise<Selectable<DisputesTable>> {
  const row = {
    id: newId(now),
    orderId: payment.orderId,
    paymentId: payment.id,
    providerReference,
    state: 'open' as const,
    ...amount,
    reason: reason.slice(0, 60),
    openedAt,
    closedAt: null,
    updatedAt: now,
  }
  await db.insertInto('disputes').values(row).execute()
  await audit(db, payment, row, null, 'open', now)
  const { id, orderId } = row
  const { eventId, id: paymentId } = payment
  await addFinanceEntry(db, { kind: 'dispute', subject: id, orderId, paymentId, eventId, note: row.reason, now })
  return row
}

/** The bank took it: no more than was left of the payment, and than is not on its way back already. */
async function chargeBack(
  db: Kysely<Database>,
  payment: Payment,
  { orderId, providerReference, amountMinor, currency }: Selectable<DisputesTable>,
  now: Instant,
): Promise<void> {
  const { gone } = await db
    .selectFrom('refunds')
    .select((eb) => eb.fn.sum<number | string | null>('amountMinor').as('gone'))
    .where('paymentId', '=', payment.id)
    .executeTakeFirstOrThrow()
  const { pending } = await db
    .selectFrom('refundAttempts')
    .select((eb) => eb.fn.sum<number | string | null>('amountMinor').as('pending'))
    .where('paymentId', '=', payment.id)
    .where('state', 'in', ['pending', 'unknown'])
    .executeTakeFirstOrThrow()
  const left = payment.amountMinor - Number(gone ?? 0) - Number(pending ?? 0)
  const taken = currency === payment.currency ? Math.min(left, amountMinor) : left
  if (taken <= 0) return
  const id = newId(now)
  await db
    .insertInto('refunds')
    .values({
      id,
      orderId,
      paymentId: payment.id,
      attemptId: null,
      providerReference,
      amountMinor: taken,
      currency: payment.currency,
      reason: 'chargeback',
      refundedAt: now,
      createdAt: now,
    })
    .execute()
  await recordAudit(db, now, [
    {
      actor: PROVIDER,
      action: 'refund.charged-back',
      objectKind: 'refund',
      objectId: id,
      eventId: payment.eventId,
      after: { orderId, paymentId: payment.id, amountMinor: taken, currency: payment.currency },
    },
  ])
}

async function chargedBack(db: Kysely<Database>, { paymentId, providerReference }: Selectable<DisputesTable>) {
  const row = await db
    .selectFrom('refunds')
    .select('amountMinor')
    .where('paymentId', '=', paymentId)
    .where('providerReference', '=', providerReference)
    .executeTakeFirst()
  return row?.amountMinor ?? 0
}

async function audit(
  db: Kysely<Database>,
  payment: Payment,
  { id, orderId, amountMinor, currency }: Selectable<DisputesTable>,
  before: string | null,
  state: string,
  now: Instant,
): Promise<void> {
  await recordAudit(db, now, [
    {
      actor: PROVIDER,
      action: `dispute.${state}`,
      objectKind: 'dispute',
      objectId: id,
      eventId: payment.eventId,
      ...(before === null ? {} : { before: { state: before } }),
      after: { state, orderId, paymentId: payment.id, amountMinor, currency },
    },
  ])
}
