import type { Kysely } from 'kysely'
import type { Gateways, ProviderNotification } from '../gateway.ts'
import { settleAttempt } from './settle-attempt.server.ts'
import { settleDisputes } from '../refunds/settle-disputes.server.ts'
import { settleRefunds } from '../refunds/settle-refunds.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Not finished: the same notification is worked on again when it comes again. */
const RECEIVED = 'received'

/**
 * Takes in what a provider says, once per notification however often it comes: `forged` when the signature is not
 * theirs (nothing is stored), `unsettled` when it could not be finished and must come again. What it claims is not
 * believed; it is only the reason to ask.
 */
export async function receiveNotification(
  db: Kysely<Database>,
  gateways: Gateways,
  { method, headers, body, now }: { method: string; headers: Headers; body: string; now: Instant },
): Promise<Result<{ outcome: string }, 'forged' | 'unsettled'>> {
  const notification = gateways[method]?.parseNotification(headers, body)
  if (!notification) return refuse({ code: 'forged' })
  const known = await recordNotification(db, method, notification, now)
  if (known !== RECEIVED) return accept({ outcome: known })
  const outcome = await workOn(db, gateways, method, notification, now)
  if (outcome === 'unknown') return refuse({ code: 'unsettled' })
  await db.updateTable('providerEvents').set({ outcome }).where('id', '=', notification.eventId).execute()
  return accept({ outcome })
}

/** What became of the notification so far; new ones are `received`. */
async function recordNotification(
  db: Kysely<Database>,
  provider: string,
  { eventId, kind, providerReference, paymentReference }: ProviderNotification,
  now: Instant,
): Promise<string> {
  const objectReference = providerReference ?? paymentReference
  await db
    .insertInto('providerEvents')
    .ignore()
    .values({ id: eventId, provider, kind, objectReference, outcome: RECEIVED, receivedAt: now })
    .execute()
  const { outcome } = await db
    .selectFrom('providerEvents')
    .select('outcome')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  return outcome
}

async function workOn(
  db: Kysely<Database>,
  gateways: Gateways,
  method: string,
  notification: ProviderNotification,
  now: Instant,
): Promise<string> {
  if (!notification.isOurs) return 'refused'
  if (notification.about === 'refund' || notification.about === 'dispute')
    return await settlePayment(db, gateways, method, notification, now)
  if (notification.providerReference === null) return 'ignored'
  const attempt = await matchAttempt(db, method, notification.providerReference, notification.attemptId)
  if (!attempt) return 'unmatched'
  return (await settleAttempt(db, gateways, { attemptId: attempt.id, now })).outcome
}

/** Of a charge that we do not know yet it is kept as `unmatched`: once its payment is booked, the job asks. */
async function settlePayment(
  db: Kysely<Database>,
  gateways: Gateways,
  method: string,
  { about, paymentReference }: ProviderNotification,
  now: Instant,
): Promise<string> {
  if (paymentReference === null) return 'unmatched'
  const payment = await db
    .selectFrom('payments')
    .select('id')
    .where('method', '=', method)
    .where('providerReference', '=', paymentReference)
    .executeTakeFirst()
  if (!payment) return 'unmatched'
  const settle = about === 'refund' ? settleRefunds : settleDisputes
  return await settle(db, gateways, { paymentId: payment.id, now })
}

async function matchAttempt(db: Kysely<Database>, method: string, reference: string, attemptId: string | null) {
  const attempts = db.selectFrom('paymentAttempts').select('id').where('method', '=', method)
  const known = await attempts.where('providerReference', '=', reference).executeTakeFirst()
  if (known || attemptId === null) return known
  // It came before we could write down what the provider calls it; only asking the provider decides.
  const early = await attempts.where('id', '=', attemptId).where('providerReference', 'is', null).executeTakeFirst()
  if (!early) return undefined
  await db
    .updateTable('paymentAttempts')
    .set({ providerReference: reference })
    .where('id', '=', early.id)
    .where('providerReference', 'is', null)
    .execute()
  return early
}
