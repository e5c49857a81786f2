import type { Kysely } from 'kysely'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * Makes everything that decides, releases or promotes in a call wait for each other until the transaction ends: first
 * of all locks, before applications, quotas and funds.
 * @throws Refused `gone` when there is no such call, `call-cancelled` when it was called off.
 */
export async function lockCall(db: Kysely<Database>, callId: string): Promise<void> {
  await db
    .updateTable('calls')
    .set((row) => ({ lastNumber: row.ref('lastNumber') }))
    .where('id', '=', callId)
    .execute()
  const call = await db.selectFrom('calls').select('status').where('id', '=', callId).executeTakeFirst()
  if (!call) throw new Refused({ code: 'gone' })
  if (call.status === 'cancelled') throw new Refused({ code: 'call-cancelled' })
}
