import type { Kysely } from 'kysely'
import { NO_RULES } from './queue.ts'
import type { Database } from '#db/schema.ts'

/**
 * Makes everything that changes the waiting list of an event wait for each other until the transaction ends: whoever
 * changes its entries or offers calls this before it touches them or a quota, and after an order that it locks.
 */
export async function lockList(db: Kysely<Database>, eventId: string): Promise<void> {
  if (await touch(db, eventId)) return
  await db
    .insertInto('waitingListRules')
    .ignore()
    .values({ eventId, ...NO_RULES })
    .execute()
  await touch(db, eventId)
}

async function touch(db: Kysely<Database>, eventId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('waitingListRules')
    .set((row) => ({ isOpen: row.ref('isOpen') }))
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Holds quotas still, in the order in which all lock them. */
export async function lockQuotas(db: Kysely<Database>, quotaIds: Iterable<string>): Promise<void> {
  for (const id of [...new Set(quotaIds)].toSorted())
    await db
      .updateTable('quotas')
      .set((row) => ({ waiting: row.ref('waiting') }))
      .where('id', '=', id)
      .execute()
}
