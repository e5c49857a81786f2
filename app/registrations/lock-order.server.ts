import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Inside a transaction: from here on nobody else pays, changes or ends anything of this order. */
export async function lockOrder(db: Kysely<Database>, orderId: string): Promise<void> {
  await db
    .updateTable('orders')
    .set((eb) => ({ keyVersion: eb.ref('keyVersion') }))
    .where('id', '=', orderId)
    .execute()
}
