import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Ends every sign-in of an account, and the links that could begin another. */
export async function signOutEverywhere(
  db: Kysely<Database>,
  { accountId, actor, now }: { accountId: string; actor: Actor; now: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('signIns')
      .set({ endedAt: now })
      .where('accountId', '=', accountId)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    await db
      .updateTable('signInLinks')
      .set({ usedAt: now })
      .where('emailKey', '=', (query) =>
        query.selectFrom('accounts').select('accounts.emailKey').where('accounts.id', '=', accountId),
      )
      .where('usedAt', 'is', null)
      .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'account.signed-out-everywhere',
        objectKind: 'account',
        objectId: accountId,
        after: { ended: Number(numUpdatedRows) },
      },
    ])
  })
}
