import type { Kysely } from 'kysely'
import type { SignedIn } from './signed-in.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Ends this sign-in. */
export async function signOut(
  db: Kysely<Database>,
  { signInId, accountId, now }: Pick<SignedIn, 'signInId' | 'accountId'> & { now: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('signIns')
      .set({ endedAt: now })
      .where('id', '=', signInId)
      .where('accountId', '=', accountId)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return
    const actor = { kind: 'account' as const, id: accountId }
    await recordAudit(db, now, [{ actor, action: 'sign-in.ended', objectKind: 'sign-in', objectId: signInId }])
  })
}
