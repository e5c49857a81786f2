import type { Kysely } from 'kysely'
import type { SignedIn } from './signed-in.ts'
import { renewSignIn } from './renew-sign-in.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

/**
 * Who a sign-in token belongs to, with all their roles, or null when it is unknown, ended or expired, or its account
 * disabled. Being seen keeps the sign-in alive.
 */
export async function findSignedIn(
  db: Kysely<Database>,
  { token, now, mayDemonstrate }: { token: string; now: Instant; mayDemonstrate: boolean },
): Promise<SignedIn | null> {
  const found = await db
    .selectFrom('signIns')
    .innerJoin('accounts', 'accounts.id', 'signIns.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select([
      'signIns.id as signInId',
      'signIns.lastSeenAt',
      'accounts.id as accountId',
      'accounts.email',
      'accounts.isDemonstration',
      'people.id as personId',
      'people.fullName',
    ])
    .where('signIns.tokenHash', '=', hashOf(token))
    .where('signIns.endedAt', 'is', null)
    .where('signIns.expiresAt', '>', now)
    .where('accounts.isDisabled', '=', 0)
    .executeTakeFirst()
  if (!found || (found.isDemonstration === 1 && !mayDemonstrate)) return null
  const { signInId, accountId, personId, email, fullName, lastSeenAt } = found
  await renewSignIn(db, { signInId, lastSeenAt, now })
  const roles = await db
    .selectFrom('roles')
    .select(['role', 'scope', 'scopeId', 'trackId'])
    .where('accountId', '=', accountId)
    .execute()
  return { signInId, accountId, personId, email, fullName: fullName || email, roles }
}
