import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Keeps an order's held seats until `until` at least. As a write it also makes a lapse that runs at the same time
 * wait and look again. Returns how many seats are held.
 */
export async function extendHolds(
  db: Kysely<Database>,
  orderId: string,
  until: Instant,
  now: Instant,
): Promise<number> {
  const extended = await db
    .updateTable('registrations')
    .set((eb) => ({
      heldUntil: eb.case().when('heldUntil', '<', until).then(until).else(eb.ref('heldUntil')).end(),
      updatedAt: now,
    }))
    .where('orderId', '=', orderId)
    .where('state', '=', 'held')
    .executeTakeFirst()
  return Number(extended.numUpdatedRows)
}

/** A hold that was stretched for days comes back to what another try takes. Returns how many seats are held. */
export async function setHolds(db: Kysely<Database>, orderId: string, until: Instant, now: Instant): Promise<number> {
  const held = await db
    .updateTable('registrations')
    .set({ heldUntil: until, updatedAt: now })
    .where('orderId', '=', orderId)
    .where('state', '=', 'held')
    .executeTakeFirst()
  return Number(held.numUpdatedRows)
}
