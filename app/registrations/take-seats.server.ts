import type { Kysely } from 'kysely'
import { type Demand, inLockingOrder } from './seat-demand.ts'
import type { Database } from '#db/schema.ts'

/**
 * Takes seats by one guarded update per quota, in the order in which all lock them. Returns the quota that has no
 * room for its part, or null when all were taken. What was taken before a full one stays taken: roll back.
 */
export async function takeSeats(db: Kysely<Database>, demand: Demand): Promise<string | null> {
  for (const [quotaId, seats] of inLockingOrder(demand)) {
    const { numUpdatedRows } = await db
      .updateTable('quotas')
      .set((row) => ({ taken: row('taken', '+', seats) }))
      .where('id', '=', quotaId)
      .where((row) => row(row('taken', '+', seats), '<=', row('size', '+', row.ref('overBy'))))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return quotaId
  }
  return null
}

/** Gives seats back; the rows of the registrations that had them are the caller's. */
export async function giveSeatsBack(db: Kysely<Database>, demand: Demand): Promise<void> {
  for (const [quotaId, seats] of inLockingOrder(demand)) {
    await db
      .updateTable('quotas')
      .set((row) => ({ taken: row('taken', '-', seats) }))
      .where('id', '=', quotaId)
      .execute()
  }
}
