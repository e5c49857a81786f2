import type { Kysely } from 'kysely'
import { browserName } from './browser-name.ts'
import { SIGN_IN_MINUTES } from './renew-sign-in.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { hashOf, newToken } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

export interface Beginning {
  accountId: string
  userAgent: string | null
  /** What the browser was signed in with before: it ends, and is never taken over. */
  earlierToken: string | null
  now: Instant
}

/** Signs a browser in, with a token that nobody could know before. Part of a transaction. */
export async function beginSignIn(
  db: Kysely<Database>,
  { accountId, userAgent, earlierToken, now }: Beginning,
): Promise<string> {
  if (earlierToken !== null) {
    await db
      .updateTable('signIns')
      .set({ endedAt: now })
      .where('tokenHash', '=', hashOf(earlierToken))
      .where('endedAt', 'is', null)
      .execute()
  }
  const [id, token] = [newId(now), newToken()]
  await db
    .insertInto('signIns')
    .values({
      id,
      accountId,
      tokenHash: hashOf(token),
      userAgent: browserName(userAgent) || null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: addMinutes(now, SIGN_IN_MINUTES),
      endedAt: null,
    })
    .execute()
  const actor = { kind: 'account' as const, id: accountId }
  await recordAudit(db, now, [{ actor, action: 'sign-in.began', objectKind: 'sign-in', objectId: id }])
  return token
}
