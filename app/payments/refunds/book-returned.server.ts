import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Money that had gone back and is here again: a refund that a bank sent back, a charge that a dispute took and gave
 * again. Payments and refunds are only added to, so it is another payment, under the name of what it undoes. Once.
 */
export async function bookReturned(
  db: Kysely<Database>,
  {
    orderId,
    eventId,
    method,
    reference,
    amountMinor,
    currency,
    now,
  }: {
    orderId: string
    eventId: string
    method: string
    reference: string
    amountMinor: number
    currency: string
    now: Instant
  },
): Promise<string | null> {
  const id = newId(now)
  const inserted = await db
    .insertInto('payments')
    .ignore()
    .values({
      id,
      orderId,
      attemptId: null,
      method,
      providerReference: reference,
      amountMinor,
      currency,
      receivedAt: now,
      createdAt: now,
    })
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) return null
  await recordAudit(db, now, [
    {
      actor: { kind: 'provider' },
      action: 'payment.returned',
      objectKind: 'payment',
      objectId: id,
      eventId,
      after: { orderId, method, amountMinor, currency },
    },
  ])
  return id
}
