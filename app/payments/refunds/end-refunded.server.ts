import type { Kysely } from 'kysely'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Where the event's rules say so: an order whose money was sent back whole in the provider's own pages loses its
 * seats. With the order locked.
 */
export async function endRefunded(
  db: Kysely<Database>,
  { orderId, eventId, now }: { orderId: string; eventId: string; now: Instant },
): Promise<void> {
  const rules = await db
    .selectFrom('changeRules')
    .select('endsRefunded')
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (rules?.endsRefunded !== 1 || (await keptOf(db, orderId)) > 0) return
  const seats = await db
    .selectFrom('registrations')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', ['held', 'confirmed'])
    .execute()
  await cancelRegistrations(db, {
    registrationIds: seats.map(({ id }) => id),
    now,
    actor: { kind: 'provider' },
    reason: 'refunded',
  })
}

/** What came for an order and has not gone back, in minor units. */
async function keptOf(db: Kysely<Database>, orderId: string): Promise<number> {
  const of = async (table: 'payments' | 'refunds') => {
    const { amount } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.sum<number | string | null>('amountMinor').as('amount'))
      .where('orderId', '=', orderId)
      .executeTakeFirstOrThrow()
    return Number(amount ?? 0)
  }
  return (await of('payments')) - (await of('refunds'))
}
