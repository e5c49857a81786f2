import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Whether an order whose money came too late waits for its seats. */
export async function waitsFirst(db: Kysely<Database>, orderId: string): Promise<boolean> {
  const entry = await db
    .selectFrom('waitingListEntries')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  return entry !== undefined
}
