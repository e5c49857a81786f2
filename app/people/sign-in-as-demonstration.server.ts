import type { Kysely } from 'kysely'
import { beginSignIn } from './begin-sign-in.server.ts'
import { DEMONSTRATION_ACCOUNTS } from './demonstration-accounts.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface DemonstrationSignIn {
  /** Which of the demonstration accounts. */
  name: string
  userAgent: string | null
  earlierToken: string | null
  now: Instant
}

/** Signs in to a demonstration account without proof; to no other. Refused: `demonstration-missing`, `busy`. */
export async function signInAsDemonstration(
  db: Kysely<Database>,
  { name, userAgent, earlierToken, now }: DemonstrationSignIn,
): Promise<Result<{ token: string; start: string }, 'demonstration-missing' | 'busy'>> {
  return await transact(db, async (db) => {
    const wanted = DEMONSTRATION_ACCOUNTS.find((account) => account.name === name)
    const account = await db
      .selectFrom('accounts')
      .select('id')
      .where('emailKey', '=', wanted?.email ?? '')
      .where('isDemonstration', '=', 1)
      .where('isDisabled', '=', 0)
      .executeTakeFirst()
    if (!wanted || !account) throw new Refused({ code: 'demonstration-missing' })
    const token = await beginSignIn(db, { accountId: account.id, userAgent, earlierToken, now })
    return { token, start: wanted.start }
  })
}
