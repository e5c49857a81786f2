import type { Kysely } from 'kysely'
import { adoptApplications } from './adopt-applications.server.ts'
import { beginSignIn } from './begin-sign-in.server.ts'
import { openAccount } from './open-account.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { emailKey } from '#app/values/text.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface OpenedLink {
  /** As `linkOf` proved it. */
  linkId: string
  userAgent: string | null
  earlierToken: string | null
  now: Instant
}

/** Uses a link, once, within its time, on whatever device: the token of a new sign-in. Refused: `link-over`, `busy`. */
export async function openSignInLink(
  db: Kysely<Database>,
  { linkId, userAgent, earlierToken, now }: OpenedLink,
): Promise<Result<{ token: string; returnTo: string }, 'link-over' | 'busy'>> {
  return await transact(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('signInLinks')
      .set({ usedAt: now })
      .where('id', '=', linkId)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', now)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused({ code: 'link-over' })
    const link = await db
      .selectFrom('signInLinks')
      .select(['email', 'language', 'returnTo'])
      .where('id', '=', linkId)
      .executeTakeFirstOrThrow()
    const account = await openAccount(db, { email: link.email, language: link.language, now })
    if (account.isDisabled) throw new Refused({ code: 'link-over' })
    await adoptApplications(db, { accountId: account.id, emailKey: emailKey(link.email) })
    const token = await beginSignIn(db, { accountId: account.id, userAgent, earlierToken, now })
    return { token, returnTo: link.returnTo ?? '/me' }
  })
}
