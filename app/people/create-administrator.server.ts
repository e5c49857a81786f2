import type { Kysely } from 'kysely'
import { grantRole } from './grant-role.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Makes the owner of an address an administrator, by the operator’s tool; they sign in at /signin as everybody does. */
export async function createAdministrator(
  db: Kysely<Database>,
  { email, now }: { email: string; now: Instant },
): Promise<Result<{ accountId: string }, 'role-scope' | 'busy'>> {
  return await grantRole(db, {
    email,
    language: 'en',
    role: 'administrator',
    scope: 'installation',
    actor: { kind: 'operator' },
    now,
  })
}
