import type { Kysely } from 'kysely'
import { PROCESSING_DAYS } from './attempts/attempt-times.ts'
import { extendHolds } from './attempts/extend-holds.server.ts'
import { findAttempt } from './attempts/lock-attempt.server.ts'
import { moveAttempt } from './attempts/move-attempt.server.ts'
import { tellPayer } from './tell-payer.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { IN_FLIGHT } from '#app/registrations/seats/in-flight.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

/** Part of the money is here: the seats wait a week for the rest, and the payer is told what came and what is missing. */
export async function keepForRest(
  db: Kysely<Database>,
  { orderId, paymentId, amount, now }: { orderId: string; paymentId: string; amount: Money; now: Instant },
): Promise<void> {
  await extendHolds(db, orderId, addMinutes(now, PROCESSING_DAYS * 24 * 60), now)
  await tellPayer(db, { orderId, occasion: paymentId, template: 'payment-received', now, props: { ...amount } })
}

/** The rest has come: nobody in finance has to look any more, and nobody is told how to pay any more. */
export async function endPartPayment(db: Kysely<Database>, orderId: string, now: Instant): Promise<void> {
  await resolvePartPaid(db, orderId, now)
  await endInstructions(db, orderId, now)
}

async function resolvePartPaid(db: Kysely<Database>, orderId: string, now: Instant): Promise<void> {
  const open = await db
    .selectFrom('financeEntries')
    .select(['id', 'eventId'])
    .where('orderId', '=', orderId)
    .where('kind', '=', 'part-paid')
    .where('resolvedAt', 'is', null)
    .execute()
  if (open.length === 0) return
  const ids = open.map(({ id }) => id)
  await db.updateTable('financeEntries').set({ resolvedAt: now }).where('id', 'in', ids).execute()
  const actor = { kind: 'system' } as const
  const resolved = { action: 'finance-entry.resolved', objectKind: 'finance-entry', after: { kind: 'part-paid' } }
  await recordAudit(
    db,
    now,
    open.map(({ id, eventId }) => ({ ...resolved, actor, objectId: id, eventId })),
  )
}

/** An attempt without a provider's page ends by our own word; one with a page is closed at the provider, elsewhere. */
async function endInstructions(db: Kysely<Database>, orderId: string, now: Instant): Promise<void> {
  const open = await db
    .selectFrom('paymentAttempts')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', IN_FLIGHT)
    .where('method', '<>', 'card')
    .execute()
  for (const { id } of open) {
    const attempt = await findAttempt(db, id)
    await moveAttempt(db, attempt!, 'expired', { now, actor: { kind: 'system' } })
  }
}
